#!/usr/bin/env python3
"""Makes the binary files of competence 2.3: python3 make/2.3.py <folder>. Standard library only, same bytes every time."""
import pathlib
import sys
import zipfile
from xml.sax.saxutils import escape

DATE = (2025, 6, 2, 8, 0, 0)
NAMES = (' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
         ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
         ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
         ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
         ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
         ' xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"')


def zip_entry(archive, name, data, method=zipfile.ZIP_DEFLATED):
    info = zipfile.ZipInfo(name, DATE)
    info.compress_type = method
    info.external_attr = 0o644 << 16
    archive.writestr(info, data)


def document(path, kind, body):
    """Writes an OpenDocument file that has a content.xml only."""
    kind = "application/vnd.oasis.opendocument." + kind
    manifest = ('<?xml version="1.0" encoding="UTF-8"?>'
                '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
                f'<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="{kind}"/>'
                '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
    with zipfile.ZipFile(path, "w") as archive:
        zip_entry(archive, "mimetype", kind, zipfile.ZIP_STORED)
        zip_entry(archive, "content.xml", '<?xml version="1.0" encoding="UTF-8"?>'
                  f'<office:document-content{NAMES}>{body}</office:document-content>')
        zip_entry(archive, "META-INF/manifest.xml", manifest)


def odt(path, title, paragraphs):
    """Writes a text; a part of a paragraph is a string, or (sign, text, author, date) with sign + or - for a tracked change."""
    changes, lines = [], []
    for paragraph in paragraphs:
        line = ""
        for part in paragraph:
            if isinstance(part, str):
                line += escape(part)
                continue
            sign, text, author, date = part
            key = f"ct{len(changes) + 1}"
            info = (f'<office:change-info><dc:creator>{escape(author)}</dc:creator>'
                    f'<dc:date>{date}</dc:date></office:change-info>')
            if sign == "+":
                changes.append(f'<text:changed-region xml:id="{key}" text:id="{key}"><text:insertion>{info}'
                               '</text:insertion></text:changed-region>')
                line += f'<text:change-start text:change-id="{key}"/>{escape(text)}<text:change-end text:change-id="{key}"/>'
            else:
                changes.append(f'<text:changed-region xml:id="{key}" text:id="{key}"><text:deletion>{info}'
                               f'<text:p>{escape(text)}</text:p></text:deletion></text:changed-region>')
                line += f'<text:change text:change-id="{key}"/>'
        lines.append(f'<text:p text:style-name="P">{line}</text:p>')
    document(path, "text", (
        '<office:automatic-styles><style:style style:name="P" style:family="paragraph">'
        '<style:paragraph-properties fo:margin-bottom="0.25cm"/></style:style></office:automatic-styles>'
        '<office:body><office:text><text:tracked-changes>' + "".join(changes) + '</text:tracked-changes>'
        f'<text:h text:outline-level="1">{escape(title)}</text:h>' + "".join(lines) + '</office:text></office:body>'))


def ods(path, sheets):
    """Writes a spreadsheet; sheets is a list of (name, rows), numbers stay numbers."""
    def cell(value):
        if isinstance(value, (int, float)):
            return (f'<table:table-cell office:value-type="float" office:value="{value}">'
                    f'<text:p>{str(value).replace(".", ",")}</text:p></table:table-cell>')
        return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
    tables = "".join(
        f'<table:table table:name="{escape(name)}">'
        + f'<table:table-column table:style-name="co" table:number-columns-repeated="{max(map(len, rows))}"/>'
        + "".join("<table:table-row>" + "".join(map(cell, row)) + "</table:table-row>" for row in rows)
        + "</table:table>" for name, rows in sheets)
    document(path, "spreadsheet", (
        '<office:automatic-styles><style:style style:name="co" style:family="table-column">'
        '<style:table-column-properties style:column-width="4.2cm"/></style:style></office:automatic-styles>'
        f'<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>'))


def main(folder):
    maelys, ousmane, tess = "Maëlys Brun", "Ousmane Diallo", "Tess Lambert"
    odt(folder / "versions-charte-velos.odt", "Charte de l'atelier vélo", [
        ["L'atelier prête des vélos aux habitants", ("+", " et à leurs enfants", ousmane, "2025-04-03T18:20:00"), " du quartier."],
        ["Article 1. L'atelier dispose de ", ("-", "quinze", tess, "2025-04-05T09:14:00"),
         ("+", "douze", tess, "2025-04-05T09:14:30"), " vélos, contrôlés chaque mois."],
        ["Article 2. Le prêt dure ", ("-", "trois", ousmane, "2025-04-03T18:26:00"),
         ("+", "cinq", ousmane, "2025-04-03T18:26:20"), " jours.",
         ("-", " Une caution de 20 euros est demandée.", maelys, "2025-04-04T12:03:00")],
        ["Article 3. Un casque est prêté avec chaque vélo.",
         ("+", " Le gilet réfléchissant est obligatoire la nuit.", maelys, "2025-04-04T12:08:00")],
        ["Article 4. Une crevaison est réparée ", ("-", "gratuitement ", ousmane, "2025-04-03T18:31:00"),
         "à l'atelier", ("+", ", sur rendez-vous", tess, "2025-04-05T09:21:00"), "."],
    ])
    agathe, rayan, fleur = "Agathe Morin", "Rayan Haddad", "Fleur Pons"
    odt(folder / "versions-lettre-subvention.odt", "Demande de subvention", [
        ["Madame la Maire,"],
        ["Notre club de lecture réunit ", ("-", "34", rayan, "2025-02-11T20:02:00"),
         ("+", "41", rayan, "2025-02-11T20:02:40"), " adhérents",
         ("+", ", dont neuf lycéens", agathe, "2025-02-12T08:45:00"), "."],
        ["Nous sollicitons une aide de ", ("-", "900", fleur, "2025-02-13T17:30:00"),
         ("+", "1 200", fleur, "2025-02-13T17:30:10"), " euros pour acheter des livres",
         ("-", " et des tablettes", agathe, "2025-02-12T08:52:00"), "."],
        ["Le club apporte ", ("-", "150", rayan, "2025-02-11T20:06:00"), ("+", "250", rayan, "2025-02-11T20:06:15"),
         " euros de sa caisse.", ("-", " La vente de gâteaux complétera le budget.", fleur, "2025-02-13T17:34:00")],
        ["Nous présenterons les livres à la médiathèque", ("+", " en octobre", agathe, "2025-02-12T08:57:00"), "."],
        ["Avec nos remerciements."],
    ])


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
