"""Minutes as Akoma Ntoso and as Popolo."""

import gzip
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from review_tui.adapters.exporters.akn import to_akn
from review_tui.adapters.exporters.popolo import to_popolo
from review_tui.application.ports import ExportedItem, MeetingMinutes
from tests.adapters.exporters.sample_minutes import MINUTES as SAMPLE
from tests.application.test_open_record import MINUTES

SCHEMA = Path(__file__).parent / "schemas" / "akomantoso30.xsd.gz"
AKN = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
XML_NAMESPACE = (
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" '
    'targetNamespace="http://www.w3.org/XML/1998/namespace"><xs:attribute name="lang" type="xs:language"/>'
    '<xs:attribute name="space" type="xs:string"/></xs:schema>'
)


class _Local(etree.Resolver):  # type: ignore[misc]
    def resolve(self, url: str, _: object, context: object) -> object:
        return self.resolve_string(XML_NAMESPACE, context) if url.endswith("xml.xsd") else None


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    parser = etree.XMLParser()
    parser.resolvers.add(_Local())
    with gzip.open(SCHEMA) as packed:
        return etree.XMLSchema(etree.parse(packed, parser, base_url="file:///nowhere/akomantoso30.xsd"))


EVERYTHING = ExportedItem(
    "3. Forms",
    "# Head\n\n- a\n  - b\n    - c\n- d\n\n| x | y |\n|---|---|\n| 1 |\n\n(a) *so* & <so>\n\n> said\n\n"
    "Resolved: That.",
    ("Corrected.",),
)


@pytest.mark.parametrize(
    "minutes",
    [
        MINUTES,
        SAMPLE,
        MeetingMinutes(
            "B", ("Today",), "D.", (), (EVERYTHING,), certificate=("By nobody.",), date="2022-03-16"
        ),
        MeetingMinutes("", (), "Draft.", (), ()),
    ],
    ids=["votes", "sample", "forms", "empty"],
)
def test_a_debate_is_valid_by_the_schema_of_the_standard(
    schema: etree.XMLSchema, minutes: MeetingMinutes
) -> None:
    tree = etree.fromstring(to_akn(minutes))
    schema.validate(tree)
    assert [error.message for error in schema.error_log] == []


def test_a_debate_points_at_people_and_votes() -> None:
    tree = etree.fromstring(to_akn(MINUTES))
    people = {each.get("eId") for each in tree.iterfind(".//a:TLCPerson", AKN)}
    assert {each.get("refersTo").lstrip("#") for each in tree.iterfind(".//a:person", AKN)} <= people
    first = tree.find(".//a:voting", AKN)
    assert (first.get("outcome"), [each.get("value") for each in first]) == ("#carried", ["6", "2"])
    section = tree.find(".//a:debateSection[2]", AKN)
    assert (section.findtext("a:num", None, AKN), section.findtext("a:heading", None, AKN)) == ("2.", "Roads")


POPOLO = {
    "persons": {"id", "name"},
    "organizations": {"id", "name", "classification"},
    "memberships": {"id", "label", "role", "person_id", "organization_id", "start_date", "end_date"},
    "events": {"id", "name", "start_date", "status", "classification", "organization_id", "attendees"},
    "motions": {
        *("id", "organization_id", "legislative_session_id", "creator_id", "creator", "text", "identifier"),
        "result",
    },
    "vote_events": {
        *("id", "organization_id", "legislative_session_id", "identifier", "motion_id", "classification"),
        *("result", "counts"),
    },
}
"""Those properties of each class that its schema knows and that are written; all others would be our own."""


@pytest.mark.parametrize(
    "minutes",
    [MINUTES, SAMPLE, replace(MINUTES, date="2022-03-16"), MeetingMinutes("", (), "Draft.", (), ())],
    ids=["votes", "sample", "dated", "empty"],
)
def test_popolo_says_nothing_that_its_schemas_do_not_know(minutes: MeetingMinutes) -> None:
    told: dict[str, list[dict[str, Any]]] = json.loads(to_popolo(minutes))
    assert told.keys() == POPOLO.keys()
    for kind, things in told.items():
        for thing in things:
            assert thing.keys() <= POPOLO[kind], kind
            days = [value for name, value in thing.items() if name.endswith("_date")]
            assert all(re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) for day in days)
    people = [each for event in told["events"] for each in event["attendees"]]
    people += [motion["creator"] for motion in told["motions"] if "creator" in motion]
    assert all(each.keys() <= POPOLO["persons"] for each in people)
    ids = [thing["id"] for things in told.values() for thing in things]
    assert len(set(ids)) == len(ids)


def test_popolo_has_what_its_schemas_ask_for_and_its_parts_point_at_each_other() -> None:
    told: dict[str, Any] = json.loads(to_popolo(MINUTES))
    people = {person["id"] for person in told["persons"]}
    (body,), (event,) = told["organizations"], told["events"]
    assert {each["person_id"] for each in told["memberships"]} == people
    assert {each["organization_id"] for each in told["memberships"]} == {body["id"]}
    assert {each["id"] for each in event["attendees"]} == people - {"cllr-sue-day"}
    motions = {motion["id"]: motion for motion in told["motions"]}
    for vote in told["vote_events"]:
        assert vote["motion_id"] in motions
        assert vote["legislative_session_id"] == event["id"]
        assert all(
            isinstance(each["option"], str) and isinstance(each["value"], int) for each in vote["counts"]
        )
    filled, felled, *_ = motions.values()
    assert (filled["creator_id"], filled["result"], felled["creator"]) == (
        "cllr-ann-lee",
        "pass",
        {"name": "Cllr Moss"},
    )
