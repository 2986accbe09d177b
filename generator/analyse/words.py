"""Closed lists of function words that the patterns look at."""

from __future__ import annotations

DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your one some any each every another several many few"
    " two three four five both all most no such".split()
)
PREPOSITIONS = frozenset(
    "of in on at to for from with by against about over under into between among through during before after since"
    " until without within across behind beyond near toward towards upon via per amid despite inside outside around"
    " along including following regarding concerning like than as".split()
)
CONJUNCTIONS = frozenset("and or but nor yet so while whereas although though because if when as that".split())
AUXILIARIES = frozenset(
    "has have had is are was were be been being will would shall should may might can could must do does did"
    " 's 've 'd 'll 're hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't don't doesn't didn't".split()
)
BE = frozenset("is are was were be been being isn't aren't wasn't weren't".split())
HAVE = frozenset("has have had having hasn't haven't hadn't".split())
ADVERBS = frozenset(
    "also again then still now later earlier further once only just not never always often even already soon too"
    " however meanwhile instead though thus yesterday today tomorrow nevertheless nonetheless both afterwards ago last"
    " week month year night morning afternoon evening late early".split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec".split()
)
PRONOUNS = frozenset("he she they it who".split())
SINGULAR = frozenset("he she".split())
FUNCTION = (
    DETERMINERS
    | PREPOSITIONS
    | CONJUNCTIONS
    | AUXILIARIES
    | ADVERBS
    | PRONOUNS
    | frozenset(
        "i we you him them us me there here what which where why how whose whom not it's that's there's yes no"
        " speaking asked citing according given let more less much other others".split()
    )
)
PARTICLES = frozenset("de da do dos das del della der den van von bin ibn bint al el la le du di ben abu af av zu".split())
CALENDAR = DAYS | MONTHS
