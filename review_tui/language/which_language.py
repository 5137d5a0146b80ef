"""Tells a text in another language from English by the small words that only one of them has.

By counting, as in Grefenstette, "Comparing two language identification schemes" (1995): a fifth and more of a
text is its language's commonest words. Names and quotations in another weigh too little to mislead.
"""

import re
from collections import Counter

from review_tui.language.stop_words import word_set_of

_WORD = re.compile(r"[^\W\d_]{1,60}(?:['\u2019][^\W\d_]{1,60})?")
_COMMON = {
    "English": word_set_of(
        """
        the of and to in that was for is be on by with as it at this had not were from would has
        been which they have an are his he she their there will about into than all agreed should
        """
    ),
    "French": word_set_of(
        """
        le la les des du et en un une est dans qui que pour par sur au aux pas avec ce cette sont
        ont été sera être son sa ses nous leur il elle se ou plus mais aussi qu'il c'est d'une d'un
        qu'une l'article
        """
    ),
    "German": word_set_of(
        """
        der die das und den dem des ein eine einen einer ist nicht mit auf für von zu im sich werden
        wird wurde auch als nach bei aus über dass sind hat haben noch durch zum zur vom oder unter
        sowie keine
        """
    ),
    "Welsh": word_set_of(
        """
        y yr yn ar ei eu gan bod oedd mae wedi fod gyda bydd hefyd ond nad neu cyngor cyfarfod
        cynghorydd byddai am fel hyn hwn hon roedd nid chadeirydd cadeirydd cytunwyd penderfynwyd
        gwnaeth pob rhai
        """
    ),
    "Spanish": word_set_of(
        """
        el la los las de del y en un una que se por con para su sus al lo como más pero fue es son
        está ha han sobre entre este esta sin también ser señor señora acuerda aprueba
        """
    ),
    "Italian": word_set_of(
        """
        il lo la gli le di del della delle dei e in un una che si per con da dal dalla nel nella
        sono è ha hanno come più anche non su alla al ai alle questo questa stato
        """
    ),
    "Portuguese": word_set_of(
        """
        o os a as do da dos das e em um uma que se por com para no na nos nas ao à não mais foi são
        está pelo pela como mas também sobre entre este esta seu sua
        """
    ),
    "Dutch": word_set_of(
        """
        de het een en van in is dat op te voor met niet zijn aan er ook door bij naar om wordt werd
        worden heeft hebben uit over deze dit maar nog wel geen hij zij wij of
        """
    ),
    "Irish": word_set_of(
        """
        an na agus ar is go le do bhí tá sé sí leis seo sin atá bheith chun nach gur ag ó mar den
        don aon iad cathaoirleach
        """
    ),
    "Swedish": word_set_of(
        """
        och att det som en ett är av för på med till den har inte om ett vid från var sig kan ska
        skall de vi han hon eller efter under men också
        """
    ),
    "Danish or Norwegian": word_set_of(
        """
        og at det som en et er af av for på med til den har ikke om ved fra var sig seg kan skal de
        vi han hun eller efter etter under men også blev ble
        """
    ),
    "Polish": word_set_of(
        """
        i w na z do nie się jest że o to za po jak od przez dla oraz przy był była było są ma będzie
        tym tego który która
        """
    ),
}
"""The commonest small words of each language, also those that English writes alike."""
_FEWEST_WORDS, _FEWEST_COMMON = 12, 3
"""Words that a text must have for its language to be told, and different small ones of that language."""
_LEAST = 0.1
"""The share of a text that its language's small words make up at least: of most texts a fifth and more."""
_TIMES = 1.6
"""How many times as many of another language's words as of English there must be."""


def foreign_language(text: str) -> str:
    """The language that a text is in, by its English name; empty for English and for what can't be told."""
    words = [word.replace("\u2019", "'") for word in _WORD.findall(text)]
    if len(words) < _FEWEST_WORDS:
        return ""
    # With a capital it may be of a name: Le Roux, La Rue, El Sayed.
    counts = {name: Counter(word for word in words if word in common) for name, common in _COMMON.items()}
    english = counts.pop("English").total()
    name, found = max(counts.items(), key=lambda each: each[1].total())
    is_it = (
        len(found) >= _FEWEST_COMMON
        and found.total() >= _LEAST * len(words)
        and found.total() > _TIMES * english
    )
    return name if is_it else ""
