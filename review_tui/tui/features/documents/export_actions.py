"""Writing the minutes of the meeting to a file that others read: the job of `review-tui export`."""

from functools import partial

from review_tui.application.export import Export, export_minutes
from review_tui.application.export_past import ExportPast
from review_tui.model.errors import Refusal
from review_tui.model.visible import visible
from review_tui.tui.features.documents.background import Stopped, in_background, made_in_background
from review_tui.tui.features.documents.export_dialog import ExportDialog, ExportWish, path_of
from review_tui.tui.main_screen import MainScreen


async def export(screen: MainScreen) -> None:
    """Ask how and where to, write the file, and say what was written; asked again where that can't be."""
    context, meeting = screen.context, screen.session.meeting.meeting
    exporters = context.documents.exporters()

    def made(wish: ExportWish) -> Export:
        return export_minutes(
            context.reading.meeting(meeting),
            exporters,
            wish.to,
            ExportPast(context.versions, context.reading),
            is_public=wish.is_public,
            look=wish.look,
        )

    def write(wish: ExportWish, data: bytes) -> None:
        context.documents.write_file(path_of(wish), data, may_replace=wish.may_replace)

    wish, why_not, is_there = ExportWish(), "", False
    while True:
        dialog = ExportDialog(exporters.formats(), meeting.id, wish, why_not, is_there=is_there)
        asked = await screen.acts.ask(dialog)
        if asked is None:
            return
        wish, is_there = asked, False
        try:
            exported = await made_in_background(
                screen.app, f"Making {path_of(asked).name}", partial(made, asked)
            )
            await in_background(partial(write, asked, exported.data))
        except FileExistsError:
            is_there, why_not = True, f"{visible(wish.file)} is there already. Replace it, or name another."
        except Stopped:
            raise
        except Refusal as refusal:
            why_not = str(refusal)
        else:
            screen.say(_told(wish, exported))
            return


def _told(wish: ExportWish, exported: Export) -> str:
    """What was written, what was left out, and what to look at before it is published."""
    told = [f"Wrote {visible(str(path_of(wish).absolute()))}."]
    if exported.left_out:
        numbers = ", ".join(item.number or item.id for item in exported.left_out)
        told.append(f"Left out, as not for publication: item {numbers}.")
    told += (f"Look again before you publish: {warning}" for warning in exported.warnings)
    return " ".join(told)
