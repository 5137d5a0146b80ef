import asyncio
import functools
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from review_tui.tui.write_queue import WriteQueue
from tests.waiting import LIMIT


async def test_jobs_are_done_one_after_another_in_order() -> None:
    write_queue, done, running = WriteQueue(), [], []

    def job(number: int) -> int:
        running.append(number)
        assert len(running) == 1
        done.append(number)
        running.remove(number)
        return number

    jobs = (functools.partial(job, number) for number in range(20))
    assert await asyncio.gather(*map(write_queue.write, jobs)) == list(range(20))
    assert done == list(range(20))


async def test_a_job_goes_on_when_whoever_asked_for_it_goes_away() -> None:
    write_queue, begun, may_end, done = WriteQueue(), threading.Event(), threading.Event(), []

    def job() -> None:
        begun.set()
        assert may_end.wait(LIMIT)
        done.append("first")

    with ThreadPoolExecutor(max_workers=2) as threads, ExitStack() as at_the_end:
        at_the_end.callback(may_end.set)
        asyncio.get_running_loop().set_default_executor(threads)
        asked = asyncio.create_task(write_queue.write(job))
        assert await asyncio.to_thread(begun.wait, LIMIT)
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked
        assert write_queue.is_writing
        next_one = asyncio.create_task(write_queue.write(lambda: done.append("next")))
        leaving = asyncio.create_task(write_queue.until_written())
        await asyncio.sleep(0)  # both have begun
        # One thread is held by the first job. Had the next one been let in, it would have the other thread,
        # and be done before this.
        await asyncio.to_thread(lambda: None)
        assert done == []
        assert not leaving.done()
        may_end.set()
        await next_one
        await leaving
    assert done == ["first", "next"]
    assert not write_queue.is_writing


async def test_a_job_that_fails_says_so_and_lays_the_pen_down() -> None:
    write_queue = WriteQueue()
    with pytest.raises(ZeroDivisionError):
        await write_queue.write(lambda: 1 / 0)
    await write_queue.until_written()
    assert not write_queue.is_writing
    assert await write_queue.write(lambda: "next") == "next"
