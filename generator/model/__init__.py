"""What things are: frozen, slotted values of the standard library alone.

Glossary, one word for one thing:

source      a file as somebody saved it, never rewritten.
document    what a reading depends on, and nothing else: body, media, language, day.
clean text  the one normalised string of a document, with its labelled blocks.
reading     what the machine found in a clean text: quotes, mentions, dates.
article     a reading with the editor's word laid over it.
quote       words given as somebody's; its *form* says how (see ``findings.Form``).
speaker     the one who said a quote, as named in that article.
statement   the quotes of all articles that report the same words (``QuoteCluster``).
person      one human being across the articles.
actor       a state, alliance, organisation or group in whose name people speak.
outlet      a newspaper, agency or station.
note        the desk's own words about a passage.
correction  an editor's decision about one quote; it prevails over what was found.
"""
