"""Mend the tags of a PDF file as WeasyPrint writes them, so that they say what PDF/UA-1 asks.

The objects are those of pydyf, before they are written: a reference is ``b"12 0 R"``, a name ``"/Span"``.
Nothing that is drawn changes. What is mended, with the clause of ISO 14289-1:

- running heads and numbers of pages are no content but artifacts (7.1, 7.8);
- a header cell says whether it heads a column or a row (7.5);
- what is to be clicked is on paper, too, and says where it leads in words (7.18.1, 7.18.5);
- in a link stands no second one, in an item of a list nothing beside its label and its body (7.6);
- no tag is empty but the cell of a table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PRINT = 4  # the flag of an annotation that is printed
_CELLS = frozenset({"/TD", "/TH", "/TR", "/THead", "/TBody", "/Table"})
_OF_ITEM = frozenset({"/Lbl", "/LBody"})
_PAGINATION = b"<</Type /Pagination>>"


class Tags:
    """The tree of tags of a file."""

    def __init__(self, pdf: Any) -> None:  # noqa: ANN401 - pydyf has no types
        self.pdf = pdf
        self.root = self._at(pdf.catalog["StructTreeRoot"])
        self.elements = [o for o in pdf.objects if _kind(o, "Type") == "/StructElem"]

    def mend(self, named: Mapping[str, str]) -> None:
        """Mend all of it; ``named`` are the words of links by the anchor to which they lead."""
        for element in self.elements:
            self._scope(element)
            self._one_link(element)
            self._body(element)
        self._clear(self.root)
        self._artifacts()
        for annotation in self.pdf.objects:
            if _kind(annotation, "Type") == "/Annot":
                self._annotation(annotation, named)

    def _at(self, reference: bytes) -> Any:  # noqa: ANN401 - as above
        return self.pdf.objects[int(reference.split()[0])]

    def _kids(self, element: Any) -> list[Any]:  # noqa: ANN401 - as above
        """Return the objects below an element, without the numbers of marked content."""
        return [self._at(kid) for kid in element.get("K", ()) if isinstance(kid, bytes)]

    def _scope(self, cell: Any) -> None:  # noqa: ANN401 - as above
        if cell["S"] == "/TH":
            group = self._at(self._at(cell["P"])["P"])
            cell["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"

    def _one_link(self, element: Any) -> None:  # noqa: ANN401 - as above
        """Give what is to be clicked in a link within a link, as the number of a page, to the outer one."""
        outer = self._at(element["P"]) if element["S"] == "/Link" else element
        if outer is element or _kind(outer, "S") != "/Link":
            return
        clicked = [kid.reference for kid in self._kids(element) if _kind(kid, "Type") == "/OBJR"]
        element["K"][:] = [kid for kid in element["K"] if kid not in clicked]
        outer["K"].extend(clicked)
        element["S"] = "/Span"
        numbers = self._at(self.root["ParentTree"])["Nums"]
        numbers[:] = [outer.reference if each == element.reference else each for each in numbers]

    def _body(self, item: Any) -> None:  # noqa: ANN401 - as above
        """Put what stands in an item of a list beside its label into its body."""
        loose = (
            [kid for kid in self._kids(item) if _kind(kid, "S") not in _OF_ITEM] if item["S"] == "/LI" else []
        )
        if not loose:
            return
        bodies = [kid for kid in self._kids(item) if _kind(kid, "S") == "/LBody"]
        body = bodies[0] if bodies else self._new_body(item)
        for kid in loose:
            item["K"].remove(kid.reference)
            body["K"].append(kid.reference)
            kid["P"] = body.reference

    def _new_body(self, item: Any) -> Any:  # noqa: ANN401 - as above
        body = type(item)({"Type": "/StructElem", "S": "/LBody", "K": type(item["K"])(), "P": item.reference})
        body["Pg"] = item["Pg"]
        self.pdf.add_object(body)
        item["K"].append(body.reference)
        return body

    def _clear(self, element: Any) -> bool:  # noqa: ANN401 - as above
        """Take away what is empty below an element; tell whether the element itself now is."""
        for kid in self._kids(element):
            if _kind(kid, "Type") == "/StructElem" and self._clear(kid):
                element["K"].remove(kid.reference)
                kid.clear()  # an object of no kind: a number that is left out would shift the others
        return not element.get("K") and element.get("S") not in _CELLS

    def _artifacts(self) -> None:
        """Make artifacts of what is marked for elements that hang from no branch of the tree."""
        living = {element.number for element in self._below(self.root)}
        dead = {e.number: e for e in self.elements if e and e.number not in living}
        marked: dict[bytes, set[int]] = {}
        for element in dead.values():
            numbers = {kid for kid in element["K"] if isinstance(kid, int)}
            marked.setdefault(element["Pg"], set()).update(numbers)
        for page, numbers in marked.items():
            self._unmark(self._at(self._at(page)["Contents"]).stream, numbers)
        self._forget({element.reference for element in dead.values()})
        for element in dead.values():
            element.clear()

    def _below(self, element: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
        yield element
        for kid in self._kids(element):
            yield from self._below(kid)

    def _unmark(self, stream: list[Any], numbers: set[int]) -> None:
        for at, part in enumerate(stream):
            if isinstance(part, dict) and part.get("MCID") in numbers:
                stream[at - 1 : at + 1] = ["/Artifact", _PAGINATION]

    def _forget(self, dead: set[bytes]) -> None:
        """Take elements out of the list that says to which element marked content belongs."""
        for row in self._at(self.root["ParentTree"])["Nums"]:
            if isinstance(row, list):
                row[:] = [b"null" if reference in dead else reference for reference in row]

    def _annotation(self, annotation: Any, named: Mapping[str, str]) -> None:  # noqa: ANN401 - as above
        annotation["F"] = _PRINT
        told = named.get(annotation["Dest"].string, "") if "Dest" in annotation else ""
        if told:
            annotation["Contents"] = type(annotation["Contents"])(told)


def _kind(thing: Any, key: str) -> str:  # noqa: ANN401 - as above
    return str(thing.get(key, "")) if isinstance(thing, dict) else ""
