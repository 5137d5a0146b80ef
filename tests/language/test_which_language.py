"""A draft in another language is told by its small words; English with foreign names is not."""

import pytest

from review_tui.language.which_language import foreign_language

FRENCH = (
    "Le conseil approuve à l'unanimité le procès-verbal de la séance du 12 mars. "
    "Monsieur Dupont présente le budget de la commune pour l'année 2024."
)
GERMAN = (
    "Der Gemeinderat genehmigt das Protokoll der letzten Sitzung einstimmig. "
    "Herr Müller berichtet über den Stand der Arbeiten an der Schule und die Kosten."
)
WELSH = (
    "Croesawyd pawb i'r cyfarfod gan y Cadeirydd. Penderfynwyd cymeradwyo cofnodion y cyfarfod diwethaf "
    "fel rhai cywir. Adroddodd y Clerc fod y gwaith wedi dechrau."
)
SPANISH = (
    "El consejo aprueba por unanimidad el acta de la sesión anterior. El señor García presenta el informe "
    "sobre el presupuesto de la escuela."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [(FRENCH, "French"), (GERMAN, "German"), (WELSH, "Welsh"), (SPANISH, "Spanish"), (FRENCH[:40], "")],
)
def test_other_languages_are_named_where_there_is_enough_to_tell_by(text: str, language: str) -> None:
    assert foreign_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        (
            "Cllr Jean-Pierre de la Tour and Frau von der Heide proposed that the Rue des Écoles be mended. "
            "Resolved. Mr Llewelyn ap Gruffydd of Llanfair-yn-y-Cwm abstained."
        ),
        (
            "Present: Cllr M. van den Berg, Cllr J. de Souza, Cllr A. Le Roux, Cllr P. da Silva, "
            "Dr O. El Sayed. Apologies: Cllr I. Y. Davies, Mrs E. La Rue."
        ),
        "Gwynedd Council / Cyngor Gwynedd. Y Plas, Caernarfon. Opened at 7pm. Apologies: Eirlys ap Rhys.",
        "mtg op 7.30 AH MT ap PH mins ok agr'd sgn GE/LR manhole Buck Dr still nt done AC to ask AW agn",
        f"The Welsh minutes read as follows and were agreed to be a record of what was said: {WELSH[:45]}",
    ],
)
def test_english_stays_english_with_names_notes_and_quotations_of_other_languages(text: str) -> None:
    assert foreign_language(text) == ""
