"""What can be wrong with a file that a report is to be made of, by format."""

from __future__ import annotations

from reporttui.words import N_

PROBLEMS = {
    "document-empty": (
        N_("the file is empty"),
        N_("expected a report"),
        N_("get the file anew"),
    ),
    "document-no-text": (
        N_("there is no text in it beside a title"),
        N_("expected a report"),
        N_("look whether the file was saved in full"),
    ),
    "no-known-encoding": (
        N_("this is no text in any encoding that is known"),
        N_("expected UTF-8, UTF-16, GB18030 or Big5"),
        N_("save the report as text in UTF-8, as DOCX or as PDF"),
    ),
    "text-too-long": (
        N_("the file has more than {limit} characters of text"),
        N_("expected one report"),
        N_("split it into one file for each report"),
    ),
    "unknown-format": (
        N_('files that end in "{extension}" cannot be read'),
        N_("expected one of: .json, .yaml, .yml, {allowed}"),
        N_("save the report in one of these formats"),
    ),
    "wrong-extension": (
        N_('the name ends in "{extension}" but the file is {looks}'),
        N_("expected what the name says"),
        N_("rename the file"),
    ),
    "not-the-format": (
        N_('the name ends in "{extension}" but the file is no {format}'),
        N_("expected what the name says"),
        N_("rename the file, or get it anew"),
    ),
    "old-word": (
        N_("this is a document of an old Word or WPS (.doc, .wps)"),
        N_("expected DOCX"),
        N_("open it in Word, WPS or LibreOffice and save it as .docx"),
    ),
    "xml-entities": (
        N_("{part} in it declares entities, which can be made to fill all memory"),
        N_("expected a DOCX without a document type"),
        N_("open it in Word, WPS or LibreOffice and save it anew"),
    ),
    "docx-damaged": (
        N_("the DOCX is damaged: {reason}"),
        N_("expected a whole file"),
        N_("get the file anew"),
    ),
    "docx-encrypted": (
        N_("the DOCX is encrypted"),
        N_("expected one that opens without a password"),
        N_("open it with its password and save it without"),
    ),
    "docx-too-large": (
        N_("the DOCX unpacks to more than {limit} MB"),
        N_("expected a report"),
        N_("do not trust the file, or, if it is good, save its text alone"),
    ),
    "docx-no-text": (
        N_("there is no text in the DOCX"),
        N_("expected a report"),
        N_("if it holds pictures of pages, run text recognition first"),
    ),
    "pdf-no-library": (
        N_("to read PDF, a package is needed"),
        N_("expected pypdfium2 to be installed"),
        N_("run: {install}"),
    ),
    "pdf-damaged": (
        N_("the PDF is damaged: {reason}"),
        N_("expected a whole file"),
        N_("get the file anew"),
    ),
    "pdf-encrypted": (
        N_("the PDF wants a password"),
        N_("expected one that opens without"),
        N_("open it with its password and save it without"),
    ),
    "pdf-scanned": (
        N_("the PDF holds {pages} pictures of pages and no text"),
        N_("expected a PDF with text"),
        N_("run text recognition first, such as ocrmypdf -l chi_sim"),
    ),
    "pdf-no-text": (
        N_("there is no text in the PDF"),
        N_("expected a report"),
        N_("look whether the file was saved in full"),
    ),
    "pdf-too-large": (
        N_("the PDF has more than {limit} pages"),
        N_("expected one report"),
        N_("split it into one file for each report"),
    ),
    "pdf-too-much-text": (
        N_("the PDF has more than {limit} characters of text"),
        N_("expected one report"),
        N_("split it into one file for each report"),
    ),
    "html-no-article": (
        N_("there is no text in the page"),
        N_("expected a saved page with a report in it"),
        N_("save the page again when it has loaded in full"),
    ),
    "html-too-deep": (
        N_("the page nests its elements too deep"),
        N_("expected a page that a browser can show"),
        N_("copy the report's text into a text file"),
    ),
    "reader-fault": (
        N_("the file met a fault of this program: {reason}"),
        N_("expected to understand it"),
        N_("please send the file and this line to the authors"),
    ),
    "reader-crashed": (
        N_("the reader of this format crashed"),
        N_("expected a file that it can read"),
        N_("do not trust the file, or, if it is good, save it in another format"),
    ),
    "import-exists": (
        N_("{target} is there already, and was changed since it was made or is no import"),
        N_("expected a name that is free"),
        N_("move it away, or replace it with --force"),
    ),
    "import-unwritable": (
        N_("{target} cannot be written: {reason}"),
        N_("expected a folder that may be written, with room in it"),
        N_("name another folder with --output"),
    ),
}
