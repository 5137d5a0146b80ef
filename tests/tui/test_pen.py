import asyncio
import threading

import pytest

from review_tui.tui.pen import Pen


async def test_jobs_are_done_one_after_another_in_order() -> None:
    pen, done, running = Pen(), [], []

    def job(number: int) -> int:
        running.append(number)
        assert len(running) == 1
        done.append(number)
        running.remove(number)
        return number

    assert await asyncio.gather(*(pen.write(lambda n=n: job(n)) for n in range(20))) == list(range(20))  # type: ignore[misc]
    assert done == list(range(20))


async def test_a_job_goes_on_when_whoever_asked_for_it_goes_away() -> None:
    pen, begun, may_end, ended = Pen(), threading.Event(), threading.Event(), threading.Event()

    def job() -> None:
        begun.set()
        may_end.wait()
        ended.set()

    asked = asyncio.create_task(pen.write(job))
    await asyncio.to_thread(begun.wait)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    next_one = asyncio.create_task(pen.write(ended.is_set))
    await asyncio.sleep(0)
    may_end.set()
    assert await next_one
    await pen.laid_down()
    assert not pen.is_writing
