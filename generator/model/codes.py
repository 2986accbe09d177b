"""Every code a diagnostic may have, and what it means in one sentence."""

from __future__ import annotations

CODES: dict[str, str] = {
    # What editors write: generator.forms, generator.config, generator.edit.desk.
    "yaml-syntax": "The YAML cannot be read at this place; the keys above and below it are still used.",
    "yaml-duplicate-key": "A key is given twice; the first is used.",
    "yaml-not-text": "YAML would turn this text into something else; it is kept as it was written.",
    "yaml-unsupported": "Anchors, aliases, tags and keys that are no text are not read.",
    "front-matter-unclosed": 'The head of the file does not stand between two lines of "---".',
    "unknown-key": "This key is not known and is not used.",
    "missing-key": "A key without which this cannot be used is missing or empty.",
    "wrong-type": "A value is of another kind than its key asks for, and is not used.",
    "bad-date": "A day is not an ISO 8601 date that exists, or ends what begins later, and is not used.",
    "bad-value": "A value is not one of those, or not of the form, that its key asks for, and is not used.",
    "bad-url": "An address is not a whole http or https address, and is not used.",
    "bad-timezone": "A time zone is not in the IANA time zone database.",
    "unknown-language": "There are no words or no days in the language of the site; which stand in is told.",
    "untranslated": "Words of a language are missing, and are shown in English.",
    "admin-script": "The CMS of the page for editors is not where site.yaml says; the page is left out.",
    "excerpt-share": "Quotations or words of passages are not shown: the excerpt would be more than it may.",
    "search-extra": "The search of all words needs an extra that is not installed; the index stands in.",
    "no-pdf": "PDF files are asked for, and what makes them is not installed.",
    "no-base-url": "The site has no address: its feeds have no whole ones, and there is no site map.",
    "empty-text": "A list holds an empty text, which is not used.",
    "empty-note": "A note has no words.",
    "unclosed-note": 'A note in the body of an article has no closing ":::".',
    # What lies in content/: generator.ingest.open.sources.
    "not-utf8": "A file is not in UTF-8 and was left out.",
    "not-text": "A file is not a text, whatever its name says, and was left out.",
    "too-long": "A file holds more than any report does and was left out.",
    "empty-file": "A file has no text and was left out.",
    "unreadable-file": "A file could not be opened and was left out.",
    "unread-file": "A file is of a kind that is not read.",
    "encoding": "A page does not say its encoding, or is not in the one it says; what was taken is told.",
    "orphan-sidecar": "A .yaml file in sources/ has no source of its name beside it, and is not used.",
    "duplicate-id": "Two files, or two entries, would have one id; the first is used.",
    "same-report": "A report was saved more than once, or may have been; what became of it is told.",
    "broken-archive": "A record of an archive, or its end, cannot be read; the rest was.",
    "skipped-pages": "Pages of an archive were left out, for they are no reports.",
    "poor-id": "A file's name cannot be its id as it stands; another was made of it.",
    "source-missing": "An article names a saved source that is not there.",
    # What lies in a theme under a name that nothing asks for: generator.publish.address.theme_names.
    "unused-template": "No page is made with a template of a theme, and no other template uses it.",
    "unused-file": "A file of a theme has a name, or lies in a place, where nothing looks for it.",
    "unused-colour": "A colour or size of a theme has a name that no stylesheet uses.",
    # What was left out of a report: generator.ingest.label.remarks.
    "no-story": "No text of a report was taken for its story; see with inspect what was left out.",
    "too-deep": "The elements of a saved page nest too deep to be read to the end.",
    "cut-quotation": "A block was left out of a report though somebody is quoted in it.",
    # Where editors correct: generator.edit.merge.
    "anchor-lost": "The words of a correction or a note do not stand in the report; it is not applied.",
    "anchor-ambiguous": "The words of a correction or a note stand in several places; it is not applied.",
    "correction-idle": "A correction is about words where no quotation stands.",
    "correction-overruled": "A later correction says of the same quotation something else, which holds.",
    "hidden-unread": "A correction that hides words cannot be read, so the whole report is left out.",
    # What an editor hid: generator.edit.withhold.
    "withheld-too": "Words of a hidden quotation stand in a report once more and are withheld there, too.",
    "withheld-name": "Words of a hidden quotation stand in the name of a file, and so in its address.",
    # What leads nowhere: generator.edit.notes, generator.edit.references, generator.publish.weave.links.
    "unknown-article": "A note is about a report that is not there.",
    "unknown-actor": "An actor's id is neither in content/actors/ nor among the actors that are known.",
    "unknown-person": "A person is said to be the same as somebody, or not, whom no file and no report has.",
    "person-circle": "A person is said to be the same as themselves, or another, at once or in a circle.",
    "contradicting-people": "Two people are said to be one and not to be, or one to be two; they stay apart.",
    "unknown-pin": "A report or a statement that site.yaml puts first is not there, or not shown.",
    "dead-link": "A link leads to an id, a page, a file or a place in a page that is not there.",
    "unused-footnote": "The words of a footnote that nothing in its text calls are not shown.",
    # What could be better, and is told by check alone: generator.link.unnamed, generator.link.unstated.
    "unnamed-speaker": "No report names the speaker of some statements; how many, and where, is told.",
    "unstated-outlet": "Some reports do not state their outlet; how many, and which, is told.",
    "unstated-day": "Some reports do not state the day of publication; how many, and which, is told.",
    # What is said of pairs of quotations: generator.link.verdicts.
    "unknown-quotation": "A correction names the id of a quotation that is not there.",
    "unlinked-quotation": "A correction links a quotation that belongs to no statement; that has no effect.",
    "contradicting-verdicts": "Two quotations are said to be one statement and not to be; they stay apart.",
}
