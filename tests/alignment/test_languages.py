"""In a language that nobody told it of, evidence is never found worse than by plain BM25."""

import re
from dataclasses import dataclass

import pytest

from review_tui.alignment.index import Index
from review_tui.alignment.ranking import SpokenUnit, rank


@dataclass(frozen=True)
class Meeting:
    """Notes line by line, and sentences of the minutes with the line that each comes from."""

    notes: tuple[str, ...]
    minutes: tuple[tuple[str, int], ...]


GERMAN = Meeting(
    (
        "Begrüßung, 14 Leute da, Frau Lemke entschuldigt",
        "Protokoll v. März ohne Änderung angenommen",
        "Spielplatz: Schaukel kaputt, Angebot Fa. Brandt 1.850 €, Gemeinderat dafür",
        "Straßenlaterne Mühlweg flackert seit Wochen, Bauhof verständigen",
        "Hecke am Friedhof zu hoch, Anwohner beschwert sich",
        "Feuerwehr braucht neue Schläuche, Zuschuss 600 € beim Landkreis beantragen",
        "nächste Sitzung Dienstag 14. Mai, Gasthaus",
    ),
    (
        ("Das Protokoll der Sitzung vom März wurde genehmigt.", 1),
        ("Der Gemeinderat beschloss, die Schaukel auf dem Spielplatz durch die Firma Brandt zu ersetzen.", 2),
        ("Wegen der flackernden Laterne im Mühlweg wird der Bauhof benachrichtigt.", 3),
        ("Ein Anwohner klagte über die Höhe der Friedhofshecke.", 4),
        ("Für die Schläuche der Feuerwehr wird beim Landkreis ein Zuschuss beantragt.", 5),
    ),
)
WELSH = Meeting(
    (
        "ymddiheuriadau gan Mrs Parry",
        "llwybr 12: camfa wedi torri, clerc i ysgrifennu at y tirfeddiannwr",
        "mynwent: gwair yn hir, contractwr heb ddod ers mis",
        "cae chwarae, siglen newydd £900, cytuno",
        "baw cŵn ger yr ysgol, arwyddion eto",
        "neuadd: to yn gollwng, tri phris erbyn Mehefin",
    ),
    (
        ("Derbyniwyd ymddiheuriad oddi wrth Mrs Parry.", 0),
        ("Bydd y Clerc yn cysylltu â thirfeddiannwr llwybr 12 ynglŷn â'r gamfa.", 1),
        ("Nid oedd y contractwr wedi torri gwair y fynwent.", 2),
        ("Cytunwyd i brynu siglen i'r cae chwarae am £900.", 3),
        ("Ceir tri phris am drwsio to'r neuadd.", 5),
    ),
)
POLISH = Meeting(
    (
        "otwarcie 18.00, obecnych 12 radnych",
        "droga do szkoły dziurawa, wójt: naprawa w lipcu",
        "biblioteka: nowe godziny, sobota do 14",
        "plac zabaw, huśtawka 4 200 zł z funduszu sołeckiego",
        "skargi na śmieci przy cmentarzu, straż gminna sprawdzi",
        "budżet: przesunąć 15 000 zł na oświetlenie ulicy Lipowej",
    ),
    (
        ("Wójt poinformował, że dziury w drodze szkolnej zostaną naprawione w lipcu.", 1),
        ("Bibliotekę w soboty będzie można odwiedzać do godziny 14.", 2),
        ("Rada przyznała 4 200 zł z funduszu sołeckiego na huśtawkę na placu zabaw.", 3),
        ("Straż gminna skontroluje zaśmiecony teren przy cmentarzu.", 4),
        ("Dokonano przesunięcia w budżecie na oświetlenie Lipowej.", 5),
    ),
)
JAPANESE = Meeting(
    (
        "開会、出席は九名、山田さん欠席",
        "公園のブランコ故障、修理は業者に見積もり依頼",
        "夏祭りの予算三十万円、承認",
        "街灯が暗いと苦情あり、市役所に連絡する",
        "ごみ置き場のカラス対策、ネットを購入",
        "次回は五月十日午後七時から",
    ),
    (
        ("山田氏は欠席した。", 0),
        ("公園のブランコの修理について、業者に見積もりを依頼することとした。", 1),
        ("夏祭りに三十万円の予算が承認された。", 2),
        ("街灯についての苦情を市役所に連絡することになった。", 3),
        ("カラスの対策としてごみ置き場用のネットを購入する。", 4),
    ),
)
ARABIC = Meeting(
    (
        "حضور 11 عضوا، اعتذار السيدة ليلى",
        "محضر الجلسة السابقة، موافقة",
        "طريق المدرسة محفر، إصلاح في يوليو",
        "الحديقة: أرجوحة جديدة 900 دينار",
        "شكاوى من القمامة قرب السوق، البلدية تراقب",
        "المكتبة تفتح السبت حتى الثانية",
    ),
    (
        ("اعتذرت السيدة ليلى عن عدم الحضور.", 0),
        ("تمت الموافقة على محضر الجلسة السابقة.", 1),
        ("سيتم إصلاح الطريق المؤدي إلى المدرسة في شهر يوليو.", 2),
        ("تقرر شراء أرجوحة للحديقة بمبلغ 900 دينار.", 3),
        ("ستراقب البلدية رمي القمامة بالقرب من السوق.", 4),
    ),
)


@pytest.mark.parametrize(
    "meeting", [GERMAN, WELSH, POLISH, JAPANESE, ARABIC], ids=["de", "cy", "pl", "ja", "ar"]
)
def test_the_first_line_found_is_right_at_least_as_often_as_that_of_plain_bm25(meeting: Meeting) -> None:
    units = [SpokenUnit(str(at), line) for at, line in enumerate(meeting.notes)]
    found = rank(units, [(str(at), sentence) for sentence, at in meeting.minutes])
    ours = [one.id == one.units[0][0] for one in found]
    plain = [_bm25(meeting.notes, sentence) == at for sentence, at in meeting.minutes]
    assert sum(ours) >= max(sum(plain), len(ours) - 1), (ours, plain)
    assert all(one.has_evidence for one, is_right in zip(found, ours, strict=True) if is_right)


def _bm25(notes: tuple[str, ...], sentence: str) -> int:
    """The best line by Okapi BM25 over words as they are."""
    plain = Index.of(notes, [""] * len(notes), [0] * len(notes)).plain
    worth = plain.worth(1.2, 0.75)
    scores = [0.0] * len(notes)
    for word in re.findall(r"\w+", sentence.casefold()):
        term = plain.names.get(word)
        if term is not None:
            for entry in range(plain.begins[term], plain.begins[term + 1]):
                scores[plain.units[entry]] += float(worth[entry])
    return max(range(len(notes)), key=scores.__getitem__)
