#!/usr/bin/env python3
"""Makes the workbook and the archive of pictures of competence 3.3. Usage: 3.3.py FOLDER. Same bytes at every run."""
import io
import math
import struct
import sys
import zipfile
import zlib
from pathlib import Path
from xml.sax.saxutils import escape

STAMP = (2025, 1, 15, 9, 0, 0)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def pack(entries, stored=()):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for name, data in entries:
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            z.writestr(info, data)
    return out.getvalue()


# --- workbook -----------------------------------------------------------------------------------------------------

NS = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
      'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
      'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
      'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
      'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
      'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3"')


def cell(value):
    if value is None:
        return '<table:table-cell/>'
    if isinstance(value, tuple):
        formula, result = value
        return (f'<table:table-cell table:formula="of:={formula}" office:value-type="float" office:value="{result}">'
                f'<text:p>{result}</text:p></table:table-cell>')
    if isinstance(value, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'


def ods(path, sheets):
    """sheets: (name, rows, number of visible columns, number of hidden columns after them)."""
    tables = ""
    for name, rows, seen, hidden in sheets:
        columns = f'<table:table-column table:style-name="co1" table:number-columns-repeated="{seen}"/>'
        if hidden:
            columns += f'<table:table-column table:style-name="co1" table:visibility="collapse" table:number-columns-repeated="{hidden}"/>'
        tables += (f'<table:table table:name="{escape(name)}">{columns}' + "".join(
            '<table:table-row>' + "".join(cell(v) for v in row) + '</table:table-row>' for row in rows) + '</table:table>')
    content = (HEAD + f'<office:document-content {NS}><office:automatic-styles><style:style style:name="co1" '
               'style:family="table-column"><style:table-column-properties style:column-width="3.4cm"/></style:style>'
               f'</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>'
               '</office:document-content>')
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (HEAD + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
                f'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
                '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
    path.write_bytes(pack([("mimetype", kind), ("content.xml", content), ("META-INF/manifest.xml", manifest)],
                          stored=("mimetype",)))


def order(folder):
    items = [("R-014", "Ballon", 12, 9.5, 3.1), ("R-027", "Filet", 2, 64, 18), ("R-031", "Chasuble", 30, 4.2, 1.4),
             ("R-040", "Plot", 40, 1.1, 0.3), ("R-052", "Sifflet", 5, 3.8, 1.2)]
    rows = [["Référence", "Article", "Quantité", "Prix", "Montant", "Marge du vendeur"]]
    for i, (ref, name, n, price, margin) in enumerate(items, 2):
        rows.append([ref, name, n, price, (f"[.C{i}]*[.D{i}]", round(n * price, 2)), margin])
    total = round(sum(n * p for _, _, n, p, _ in items), 2)
    rows.append(["Total", None, None, None, ("SUM([.E2:.E6])", total), None])
    ods(folder / "fmt-commande.ods", [
        ("Commande", rows, 5, 1),
        ("Fournisseurs", [["Nom", "Ville"], ["Sportica", "Nevers"], ["Maison Baudry", "Cholet"]], 2, 0),
        ("Livraisons", [["Date", "Colis"], ["12 mars", 3], ["2 avril", 1]], 2, 0)])

    def fr(v):
        return f"{v:g}".replace(".", ",")
    lines = [";".join(rows[0])]
    lines += [";".join([ref, name, str(n), fr(p), fr(round(n * p, 2)), fr(m)]) for ref, name, n, p, m in items]
    lines.append(f"Total;;;;{fr(total)};")
    (folder / "fmt-commande.csv").write_bytes(("\n".join(lines) + "\n").encode("utf-8-sig"))


# --- pictures -----------------------------------------------------------------------------------------------------

def png(w, h, sky, ground, mark):
    horizon, r = int(h * 0.62), min(w, h) // 6
    cx, cy = w // 2, int(h * 0.45)
    rows = []
    for y in range(h):
        base = bytes(sky if y < horizon else ground)
        half = int(math.sqrt(r * r - (y - cy) ** 2)) if abs(y - cy) <= r else 0
        rows.append(b"\0" + base * (cx - half) + bytes(mark) * (2 * half) + base * (w - cx - half))

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"".join(rows), 9)) + chunk(b"IEND", b""))


def site(folder):
    spec = [("accueil", 1600, 900, 600), ("equipe", 800, 500, 400), ("logo", 300, 300, 200), ("plan", 1300, 800, 600),
            ("salle", 500, 400, 640), ("stage", 900, 600, 480)]
    text = "Largeur d'affichage sur le site, en pixels\r\n\r\n" + "".join(f"{n}.png : {shown}\r\n" for n, _, _, shown in spec)
    (folder / "alleg-site.zip").write_bytes(pack(
        [("site/largeurs.txt", ("\ufeff" + text).encode("utf-8"))]
        + [(f"site/images/{n}.png", png(w, h, (214, 228, 238), (170, 160, 120), (60 + 30 * i, 90, 150)))
           for i, (n, w, h, _) in enumerate(spec)]))


if __name__ == "__main__":
    target = Path(sys.argv[1])
    order(target)
    site(target)
