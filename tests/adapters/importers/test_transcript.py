"""Transcripts as they are read: one line a turn."""

import pytest

from review_tui.adapters.importers.errors import UnreadableDocument
from review_tui.adapters.importers.transcript import transcript
from tests.adapters.importers.documents import cues


def turns(text: str) -> list[str]:
    return transcript(text)[0].splitlines()


def test_cues_of_one_speaker_make_one_line_with_the_time_of_the_first() -> None:
    text = cues(
        ("5", "<v Laura Gough>The report covers</v>"),
        ("8", "<v Laura Gough>October to September.</v>"),
        ("751", "<v Dawn Harper>Thank you.</v>"),
    )
    assert transcript(text) == (
        "Laura Gough (0:00:05): The report covers October to September.\nDawn Harper (0:12:31): Thank you.\n",
        (),
    )


def test_names_before_a_colon_are_speakers_as_in_zooms_files() -> None:
    text = cues(
        ("1", "Laura Gough: Good evening."), ("3", "nixo: Yep."), ("5", "Laura Gough: We begin: item 5.")
    )
    assert turns(text) == [
        "Laura Gough (0:00:01): Good evening.",
        "nixo (0:00:03): Yep.",
        "Laura Gough (0:00:05): We begin: item 5.",
    ]


def test_teams_ids_notes_styles_and_settings_are_no_words() -> None:
    text = (
        '\ufeffWEBVTT - a title\r\n\r\nNOTE duration:"01:00:00"\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\n'
        "0a1b2c3d-0000/12-0\r\n00:00:03.120 --> 00:00:05.500 align:start position:0%\r\n"
        "<v Smith, John (Cllr)>Thanks, <i>Chair</i> &amp; all.</v>\r\n\r\n"
        "NOTE Confidence: 0.9\r\nmore of it\r\n\r\n"
        "0a1b2c3d-0000/13-0\r\n00:00:06.000 --> 00:00:07.000\r\n<v.loud Smith, John (Cllr)>Noted.\r\n"
    )
    assert turns(text) == ["Smith, John (Cllr) (0:00:03): Thanks, Chair & all. Noted."]


def test_two_voices_in_one_cue_are_two_turns() -> None:
    text = cues(("1", "<v Ann>Agreed?\n<v Bob>Agreed.\n<v Ann>Good."))
    assert turns(text) == ["Ann (0:00:01): Agreed?", "Bob (0:00:01): Agreed.", "Ann (0:00:01): Good."]


def test_subrip_is_read_like_webvtt() -> None:
    text = (
        "1\r\n00:00:01,500 --> 00:00:02,000 X1:10 Y1:20\r\n"
        "{\\an8}<b>MAYOR SMITH:</b> I call\r\nthe meeting\r\n\r\n"
        "2\r\n00:00:02,000 --> 00:00:03,000\r\nto order.\r\n\r\n3\r\n1:02:03,000 --> 1:02:04,000\r\n"
        "CLERK JONES: Here.\r\n"
    )
    assert turns(text) == [
        "MAYOR SMITH (0:00:01): I call the meeting to order.",
        "CLERK JONES (1:02:03): Here.",
    ]


def test_numbers_between_cues_without_blank_lines_are_no_words() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nOne.\n2\n00:00:02,000 --> 00:00:03,000\n1999\nwas a year.\n"
    assert turns(text) == ["(0:00:01) One. 1999 was a year."]


def test_a_blank_line_within_a_cue_loses_no_words() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nOne,\n\ntwo.\n\n2\n00:00:02,000 --> 00:00:03,000\nThree.\n"
    assert turns(text) == ["(0:00:01) One, two. Three."]


def test_what_is_no_name_stays_in_the_words() -> None:
    text = cues(
        ("1", "Item 5: the budget."), ("3", "So the question is: shall we?"), ("5", "It is 10:30 now")
    )
    assert turns(text) == ["(0:00:01) Item 5: the budget. So the question is: shall we? It is 10:30 now"]


def test_where_only_a_change_is_marked_words_go_on_with_the_same_speaker() -> None:
    text = cues(
        ("1", "Cllr Hay: I move it."),
        ("3", "It is right."),
        ("5", "And due."),
        ("7", "Cllr Lee: Seconded."),
        ("9", "Yes."),
    )
    assert turns(text) == [
        "Cllr Hay (0:00:01): I move it. It is right. And due.",
        "Cllr Lee (0:00:07): Seconded. Yes.",
    ]


def test_the_arrows_of_broadcast_captions_begin_a_turn() -> None:
    text = cues(
        ("1", "&gt;&gt; MAYOR SMITH: Any questions?"),
        ("3", ">> No. >> None here."),
        ("5", ">> MAYOR SMITH: Then on."),
    )
    assert turns(text) == [
        "MAYOR SMITH (0:00:01): Any questions?",
        "(0:00:03) No.",
        "(0:00:03) None here.",
        "MAYOR SMITH (0:00:05): Then on.",
    ]


def test_rolling_captions_say_each_line_once() -> None:
    lines = ["good evening", "and welcome to", "the meeting of", "the board", "on health"]
    text, before = "WEBVTT\nKind: captions\n\n", " "
    for n, line in enumerate(lines):
        first, *rest = line.split()
        timed = first + "".join(f"<00:00:0{n}.500><c> {word}</c>" for word in rest)
        text += f"00:00:0{n}.000 --> 00:00:0{n}.990 align:start position:0%\n{before}\n{timed}\n\n"
        text += f"00:00:0{n}.990 --> 00:00:0{n + 1}.000 align:start position:0%\n{line}\n \n\n"
        before = line
    assert turns(text) == ["(0:00:00) good evening and welcome to the meeting of the board on health"]


def test_somebody_who_says_the_same_twice_is_not_rolling() -> None:
    text = cues(
        *((str(n), words) for n, words in enumerate(["Yes.", "Yes.", "No.", "Well.", "Maybe.", "Fine."]))
    )
    assert turns(text) == ["(0:00:00) Yes. Yes. No. Well. Maybe. Fine."]


def test_words_of_nobody_begin_a_new_line_at_a_pause_and_after_a_while() -> None:
    text = cues(
        ("0", "One."), ("2", "two"), ("20", "Three."), *((str(n), f"on to {n}.") for n in range(22, 64, 2))
    )
    lines = turns(text)
    assert [line.split(")")[0] for line in lines] == ["(0:00:00", "(0:00:20", "(0:00:50"]


def test_a_bad_time_costs_no_words_and_is_told() -> None:
    text = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nOne.\n\n0x:00:03 --> 00:00:04.000\nTwo.\n"
    words, (problem,) = transcript(text)
    assert words == "(0:00:01) One. Two.\n"
    assert problem.startswith("The time on line 6 can't be read")


def test_a_transcript_without_times_is_read_as_it_stands() -> None:
    assert transcript("Ann: hello\n") == (
        "Ann: hello\n",
        ("There are no times in this transcript, so it is read as plain text.",),
    )


@pytest.mark.parametrize(
    "text", ["", "WEBVTT", "\ufeffWEBVTT\n\n", "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n\n"]
)
def test_a_transcript_with_no_words_says_so(text: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"nothing in this|no words"):
        transcript(text)


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT\n\n" + "00:00:00.000 --> 00:00:01.000\n" * 100_001,
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n" + "<v a>x" * 200_001,
        "WEBVTT\n\n" + "\n" * 600_000,
    ],
    ids=["captions", "voices", "lines"],
)
def test_what_no_meeting_can_be_is_refused(text: str) -> None:
    with pytest.raises(UnreadableDocument, match="Divide it"):
        transcript(text)


@pytest.mark.parametrize("piece", ["<", "<v ", ">>", "&", "{\\", ":", "A b: ", " "])
def test_broken_markup_is_read_in_time_that_grows_with_its_length_only(piece: str) -> None:
    transcript("WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nx " + piece * 100_000 + " y")


def test_times_of_youtube_are_read() -> None:
    text, problems = transcript(
        "0:00:01.000,0:00:04.500\nAnn Lee: Good evening.\n\n0:00:05.000,0:00:06.000\nAnn Lee: Yes.\n"
    )
    assert (text, problems) == ("Ann Lee (0:00:01): Good evening. Yes.\n", ())


def test_names_in_brackets_are_speakers_and_noises_are_not() -> None:
    cues = ("[Ann Lee] Good evening.", "[Bob Fox] Hello.", "[Music] plays on", "[Ann Lee] We begin.")
    text = transcript(
        "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{words}\n\n" for n, words in enumerate(cues, 1))
    )[0]
    assert text.startswith("Ann Lee (0:00:01): Good evening.\nBob Fox (0:00:02): Hello.")
    assert "[Music] plays on" in text
    assert text.endswith("Ann Lee (0:00:04): We begin.\n")
