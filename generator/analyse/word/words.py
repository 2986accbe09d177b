"""Closed lists of function words that the patterns look at."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """Return the words of ``words`` as a set."""
    return frozenset(words.split())


DETERMINERS = listed(
    "the a an this that these those his her its their our my your one some any each every another several"
    " many few two three four five both all most no such"
)
PREPOSITIONS = listed(
    "of in on at to for from with by against about over under into between among through during before after"
    " since until without within across behind beyond near toward towards upon via per amid despite inside"
    " outside around along including following regarding concerning like than as"
)
CONJUNCTIONS = listed("and or but nor yet so while whereas although though because if when as that")
AUXILIARIES = listed(
    "has have had is are was were be been being will would shall should may might can could must do does did"
    " 's 've 'd 'll 're hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't don't doesn't didn't"
)
BE = listed("is are was were be been being isn't aren't wasn't weren't")
HAVE = listed("has have had having hasn't haven't hadn't")
ADVERBS = listed(
    "also again then still now later earlier further once only just not never always often even already soon"
    " too however meanwhile instead though thus yesterday today tomorrow nevertheless nonetheless both"
    " afterwards ago last week month year night morning afternoon evening late early"
)
DAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = listed(
    "january february march april may june july august september october november december jan feb mar apr"
    " jun jul aug sep sept oct nov dec"
)
CALENDAR = DAYS | MONTHS
PASTS = listed(  # that do not end in -ed and are no noun
    "left went came took gave made said told began spoke wrote drew held met won lost sent kept fell rose ran"
    " saw heard found thought brought became"
)
PRONOUNS = listed("he she they it who")
FUNCTION = (
    DETERMINERS
    | PREPOSITIONS
    | CONJUNCTIONS
    | AUXILIARIES
    | ADVERBS
    | PRONOUNS
    | listed(
        "i we you him them us me there here what which where why how whose whom not it's that's there's yes"
        " no speaking asked citing according given let more less much other others"
    )
)
PARTICLES = listed(
    "de da do dos das del della der den van von bin ibn bint al el la le du di ben abu af av zu"
)
ADJECTIVES = listed(  # in lower case before an office
    "senior top former chief deputy new military defence defense foreign government state local federal"
    " official western eastern northern southern unnamed key leading main veteran outgoing incoming current"
    " acting"
)
CLOSING = "\"”’'»“«›"  # marks that may close, the German ones among them: „so“, »so«
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
CONNECT = listed("and but yet so however meanwhile still")  # what joins a sentence to the one before
WITH_VERB = listed(  # pronouns with a verb in one token
    "he'd she'd it'd they'd i'd we'd you'd he'll she'll it'll they'll i'll we'll you'll they're we're you're"
    " they've i've we've you've i'm there'd there'll"
)
ACTORS = WITH_VERB | listed("he she they i we")  # pronouns that are no verb's object
