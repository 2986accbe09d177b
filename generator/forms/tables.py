"""The forms that editors write: one table of fields each, from which readers and schemas are made."""

from __future__ import annotations

from generator.forms.fields import Choice, Count, Day, Flag, Passage, Shaped, Text, Texts
from generator.forms.records import Field, Fields, Record, Records
from generator.forms.standards import Address, Language, Zone

# No "." and "..", and no more letters than a file name can take with an actor's id and an ending.
ID = Shaped(
    r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,149}",
    "an id: at most 150 letters, digits, dots, hyphens and underscores, not begun with a dot",
    "it is the name of a file without folder and ending, or what ends the address of a page or a passage",
)
DIGEST = Shaped(r"[0-9a-f]{4,64}", "hexadecimal digits")
FILE = Shaped(r"(?!/)(?!.*\\)(?!(.*/)?\.\.(/|$)).+", 'a file below the content folder, with "/"')
AMOUNT = Choice(("full", "excerpt"))
NOTE_KINDS = ("context", "dispute", "verified", "correction")

SELECTOR: Fields = (
    Field("exact", Passage(), "the words of the passage, as they stand in the article", required=True),
    Field("prefix", Passage(), "some words before it, to tell it from the same words elsewhere"),
    Field("suffix", Passage(), "some words after it"),
)

PICTURE: Fields = (
    Field("caption", Text(), "what is said below the picture"),
    Field("credit", Text(), "whose picture it is"),
)

CUT: Fields = (
    Field("rule", Text(), "the rule that left it out", required=True),
    Field("text", Text(), "what was left out", required=True),
)

CORRECTION: Fields = (
    Field("at", Record(SELECTOR), "the passage that is corrected", required=True),
    Field("quote", Flag(), "false: this is nobody's statement; true: it is one"),
    Field("speaker", Text(), "who said it, by name"),
    Field("actor", ID, "the id of the actor in whose name it was said"),
    Field(
        "extent",
        Record(SELECTOR),
        "the words that are the quotation, where more or fewer were found",
        mistaken=("words", "text"),
    ),
    Field(
        "day",
        Day(),
        "the day on which it was said, where the report tells none or another",
        mistaken=("said",),
    ),
    Field(
        "hidden",
        Flag(unread=True),
        "true: withheld; its words stand nowhere in the site",
        mistaken=("hide", "withdrawn", "withheld"),
    ),
    Field("same_statement", Texts(ID, or_one=True), "ids of quotations that are one statement with it"),
    Field("not_same_statement", Texts(ID, or_one=True), "ids of quotations that are another statement"),
    Field("why", Text(), "the reason, shown to readers where it matters", mistaken=("because", "reason")),
    Field(
        "date",
        Day(),
        "the day of the correction; then readers are told of it on every page that it changes, and by feed",
        mistaken=("corrected", "on"),
    ),
)

FRONT_MATTER: Fields = (
    Field("title", Text(), "the headline, as the outlet has it", mistaken=("heading",)),
    Field("headline", Text(), "the desk's own headline; the outlet's stays visible below it"),
    Field(
        "dek",
        Text(),
        "the line below the headline",
        mistaken=("subtitle", "standfirst", "description", "deck"),
    ),
    Field("outlet", Text(), "the newspaper, agency or station", mistaken=("publisher", "site", "newspaper")),
    Field("byline", Texts(or_one=True), "who wrote it, in order", mistaken=("author", "authors", "by")),
    Field(
        "published",
        Day(moment=True),
        "the day, or day and time, of publication",
        mistaken=("date", "time", "day"),
    ),
    Field("url", Address(), "where it stands at the outlet", mistaken=("link", "address", "canonical")),
    Field("archived", Address(), "where an archive keeps a copy", mistaken=("archive",)),
    Field("licence", Text(), "under which licence it may be shown", mistaken=("rights", "copyright")),
    Field("language", Language(), "the language tag, such as en", mistaken=("lang", "locale")),
    Field("source", FILE, "the saved file it was made of, below the content folder", mistaken=("file",)),
    Field("digest", DIGEST, "SHA-256 of the saved file, in hexadecimal digits", mistaken=("sha256", "hash")),
    Field(
        "saved",
        Day(moment=True),
        "the day, or day and time, when the file was saved; of several savings it tells which is newer",
        mistaken=("accessed", "retrieved"),
    ),
    Field(
        "seed",
        DIGEST,
        "what the ids of its quotations begin with; ingest writes it where a newer saving took the place of"
        " the first, so that every address stays",
    ),
    Field("image", Record(PICTURE), "the words of the picture above it", mistaken=("picture", "photo")),
    Field("tags", Texts(), "words to sort by", mistaken=("keywords", "topics", "categories")),
    Field("text", AMOUNT, "how much of the text is shown"),
    Field(
        "cut",
        Records(Record(CUT)),
        "what was left out, by which rule; move a text into the body to bring it back",
    ),
    Field("corrections", Records(Record(CORRECTION)), "what the editor decided against what was found"),
    Field("draft", Flag(unread=True), "true: not shown yet", mistaken=("unpublished",)),
)

_PEOPLE: Fields = (
    Field("name", Text(), "the full name", required=True),
    Field("role", Text(), "the office held", mistaken=("office", "title", "position")),
    Field("from", Day(), "the first day in office", mistaken=("since", "start")),
    Field("to", Day(), "the last day in office", mistaken=("until", "end", "till")),
    Field("aliases", Texts(), "other names", mistaken=("also", "names")),
)

_DRAFT = Field(
    "draft",
    Flag(unread=True),
    "true: as if this file were not there, but in a preview",
    mistaken=("unpublished", "hidden"),
)

ACTOR: Fields = (
    Field("name", Text(), "the name as it is shown", required=True),
    Field("kind", Choice(("state", "alliance", "organisation", "group")), "what it is", mistaken=("type",)),
    Field("aliases", Texts(), "other names", mistaken=("also", "names")),
    Field("speaks_as", Texts(), "cities and buildings that stand for it", mistaken=("capital", "places")),
    Field(
        "people",
        Records(Record(_PEOPLE)),
        "who speaks in its name, with role and days",
        mistaken=("members",),
    ),
    _DRAFT,
)

PERSON: Fields = (
    Field("name", Text(), "the full name", required=True),
    Field("aliases", Texts(), "other names", mistaken=("also", "names")),
    Field("actor", ID, "the id of the actor in whose name this person speaks"),
    Field("role", Text(), "the office held", mistaken=("office", "title", "position")),
    Field("from", Day(), "the first day in office", mistaken=("since", "start")),
    Field("to", Day(), "the last day in office", mistaken=("until", "end", "till")),
    Field("same_as", Texts(ID), "ids under which the same person was known before"),
    Field("not_same_as", Texts(ID), "ids of other people who are easily taken for this one"),
    _DRAFT,
)

NOTE: Fields = (
    Field("article", ID, "the id of the article", required=True),
    Field("at", Record(SELECTOR), "the passage the note is about", required=True),
    Field("by", Text(), "who writes", mistaken=("byline", "author")),
    Field("kind", Choice(NOTE_KINDS), "what the note does", mistaken=("type",)),
    Field("date", Day(), "the day of the note", mistaken=("published", "day")),
    Field(
        "instead",
        Text(),
        "the words that ought to stand in the passage, told beside those that do",
        mistaken=("reads", "right", "new"),
    ),
    Field(
        "audience",
        Choice(("public", "desk"), unread="desk"),
        "desk: never in the site, for editors alone",
        mistaken=("draft", "hidden"),
    ),
)

PAGE: Fields = (
    Field("title", Text(), "the heading of the page", mistaken=("name", "heading", "headline")),
    Field("draft", Flag(unread=True), "true: in no build yet", mistaken=("unpublished", "hidden")),
)

OUTLET: Fields = (
    Field("name", Text(), "the name as it is shown", required=True),
    Field(
        "domains",
        Texts(),
        "its addresses on the web, such as news.example",
        mistaken=("domain", "url", "sites"),
    ),
    Field("aliases", Texts(), "other names", mistaken=("also", "names")),
    Field("text", AMOUNT, "how much of its articles is shown"),
    Field(
        "licence", Text(), "under which licence its articles may be shown", mistaken=("rights", "copyright")
    ),
)

_BOILERPLATE: Fields = (
    Field("drop", Texts(Passage()), "blocks that begin so are never the story", mistaken=("cut", "remove")),
    Field("keep", Texts(Passage()), "blocks that begin so always are"),
)

TRIAL = "test-repo"
BACKENDS = ("github", "gitlab", "gitea", TRIAL)
ADMIN: Fields = (
    Field(
        "backend", Choice(BACKENDS), "where the repository lies; test-repo: nowhere, to try it", required=True
    ),
    Field("repo", Shaped(r"[^\s/]+(/[^\s/]+)+", "owner/name"), "the repository, as owner/name"),
    Field("branch", Text(), "the branch that editors change; main if nothing is said"),
    Field(
        "script",
        FILE,
        "Sveltia CMS: a file below the content folder; admin/sveltia-cms.js if nothing is said",
        mistaken=("cms", "file"),
    ),
    Field("folder", FILE, "the content folder, from the top of the repository; content if nothing is said"),
    Field("api", Address(), "the address of the host's API, where the repository lies on a host of your own"),
    Field("auth", Address(), "who signs editors in, where the host of the repository cannot do it alone"),
)

SITE: Fields = (
    Field("title", Text(), "the title of the briefing", required=True, mistaken=("name",)),
    Field(
        "base_url", Address(folder=True), "where the site will stand", mistaken=("url", "baseurl", "address")
    ),
    Field("language", Language(), "the language of the site, such as en", mistaken=("lang", "locale")),
    Field("timezone", Zone(), "the time zone days are counted in", mistaken=("time_zone", "tz", "zone")),
    Field("theme", Text(), "a theme's name, or its folder"),
    Field("text", AMOUNT, "how much of each article is shown"),
    Field("excerpt_words", Count(1), "how many words of its opening an excerpt has", mistaken=("excerpt",)),
    Field(
        "excerpt_share",
        Count(1, 100),
        "how much of a report an excerpt shows at most, with its quotations, in percent; 50 if not said",
        mistaken=("share", "excerpt_percent"),
    ),
    Field("actors", Texts(ID), "ids of the actors that lead, in this order"),
    Field("lead", ID, "the id of the report or the statement that leads the front page"),
    Field(
        "pinned",
        Texts(ID, or_one=True),
        "ids of reports and statements that come first, in this order",
        mistaken=("pins", "pin"),
    ),
    Field(
        "search",
        Choice(("index", "full")),
        "what the search finds: people, outlets, headlines and statements; or all words, by an extra",
        mistaken=("find", "pagefind"),
    ),
    Field("outlets", Records(Record(OUTLET)), "the outlets that need to be told apart or shown otherwise"),
    Field(
        "admin",
        Record(ADMIN),
        "a page at /admin/ on which editors work in a browser, made only where this stands",
    ),
    Field("pdf", Flag(), "true: the dossiers are made as PDF files, too, which needs the extra [pdf]"),
    Field("boilerplate", Record(_BOILERPLATE), "what belongs to the story, whatever the rules say"),
)
