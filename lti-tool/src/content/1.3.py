#!/usr/bin/env python3
"""Makes the spreadsheets (ODS) of competence 1.3. Usage: 1.3.py FOLDER. Same bytes at every run."""
import random
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

NS = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "of": "urn:oasis:names:tc:opendocument:xmlns:of:1.2",
}
XMLNS = " ".join(f'xmlns:{k}="{v}"' for k, v in NS.items())
STYLES = """
<number:number-style style:name="N2"><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<number:number-style style:name="N3"><number:number number:decimal-places="3" number:min-integer-digits="1"/></number:number-style>
<number:percentage-style style:name="NP"><number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<number:time-style style:name="NH"><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>
<style:style style:name="ce-n2" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="ce-n3" style:family="table-cell" style:data-style-name="N3"/>
<style:style style:name="ce-pc" style:family="table-cell" style:data-style-name="NP"/>
<style:style style:name="ce-hm" style:family="table-cell" style:data-style-name="NH"/>
<style:style style:name="ce-head" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="co" style:family="table-column"><style:table-column-properties style:column-width="3.6cm"/></style:style>
"""


def comma(value, places):
    return f"{value:.{places}f}".replace(".", ",")


def num(value, style=None, formula=None):
    shown = {"ce-n2": comma(value, 2), "ce-n3": comma(value, 3), "ce-pc": f"{value * 100:.0f}%"}.get(style)
    shown = shown or (f"{value:g}".replace(".", ","))
    kind = "percentage" if style == "ce-pc" else "float"
    return (f'<table:table-cell{of(formula)}{st(style)} office:value-type="{kind}" office:value="{value!r}">'
            f"<text:p>{shown}</text:p></table:table-cell>")


def duration(seconds, formula=None):
    h, m, s = seconds // 3600, seconds % 3600 // 60, seconds % 60
    return (f'<table:table-cell{of(formula)}{st("ce-hm")} office:value-type="time" '
            f'office:time-value="PT{h:02d}H{m:02d}M{s:02d}S"><text:p>{h % 24:02d}:{m:02d}</text:p></table:table-cell>')


def text(value, style=None):
    if value == "":
        return "<table:table-cell/>"
    return (f'<table:table-cell{st(style)} office:value-type="string"><text:p>{escape(value)}</text:p>'
            "</table:table-cell>")


def error(formula, shown):
    return (f'<table:table-cell{of(formula)} office:value-type="string" office:string-value="">'
            f"<text:p>{shown}</text:p></table:table-cell>")


def st(style):
    return f' table:style-name="{style}"' if style else ""


def of(formula):
    return f' table:formula="of:={escape(formula, {chr(34): "&quot;"})}"' if formula else ""


def ods(path, sheets):
    body = ""
    for name, rows in sheets:
        width = max(len(row) for row in rows)
        body += f'<table:table table:name="{name}"><table:table-column table:style-name="co" table:number-columns-repeated="{width}"/>'
        body += "".join("<table:table-row>" + "".join(row or ["<table:table-cell/>"]) + "</table:table-row>" for row in rows)
        body += "</table:table>"
    content = (f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {XMLNS} office:version="1.2">'
               f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
               f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>")
    manifest = ('<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest '
                'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
                '<manifest:file-entry manifest:full-path="/" manifest:version="1.2" '
                'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
                '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
                '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
                "</manifest:manifest>")
    styles = (f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles {XMLNS} office:version="1.2">'
              '<office:styles><style:style style:name="Default" style:family="table-cell"/></office:styles>'
              "</office:document-styles>")
    with zipfile.ZipFile(path, "w") as z:
        for entry, data, how in (("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED),
                                 ("content.xml", content, zipfile.ZIP_DEFLATED),
                                 ("styles.xml", styles, zipfile.ZIP_DEFLATED),
                                 ("META-INF/manifest.xml", manifest, zipfile.ZIP_DEFLATED)):
            info = zipfile.ZipInfo(entry, (2025, 1, 1, 0, 0, 0))
            info.compress_type = how
            info.external_attr = 0o644 << 16
            z.writestr(info, data.encode("utf-8"))


def head(*names):
    return [text(n, "ce-head") for n in names]


def orders(folder):
    """Two sheets to cross: an order gives an article, the article gives price and supplier."""
    r = random.Random(131)
    articles = [("A-305", "lampe de bureau", 24, "Lumexa"), ("A-306", "lampe frontale", 17, "Sentier"),
                ("B-112", "tapis de souris", 6, "Papyrus"), ("B-121", "clavier", 29, "Digitel"),
                ("B-211", "souris", 14, "Digitel"), ("C-018", "agenda", 9, "Papyrus"),
                ("C-081", "classeur", 4, "Ramette et fils"), ("D-400", "chaise", 62, "Assise"),
                ("D-404", "tabouret", 35, "Menuiserie Roy"), ("E-077", "multiprise", 11, "Lumexa")]
    clients = ["École du Parc", "Mairie de Lisac", "Cabinet Haddad", "Garage Petit", "Librairie Nova", "Lycée Curie"]
    rows = []
    for n in range(101, 131):
        ref = r.choice(articles)[0]
        qty = r.randint(1, 12)
        if n == 118:
            ref, qty = "B-121", 7
        rows.append((f"C{n}", r.choice(clients), ref, qty))
    r.shuffle(rows)
    r.shuffle(articles)
    ods(folder / "commandes.ods", [
        ("Commandes", [head("commande", "client", "ref_article", "quantite")]
         + [[text(a), text(b), text(c), num(d)] for a, b, c, d in rows]),
        ("Articles", [head("reference", "designation", "prix_unitaire", "fournisseur")]
         + [[text(a), text(b), num(c), text(d)] for a, b, c, d in articles])])
    return "C118", 7 * 29, "Digitel"


def discount(folder):
    """Copied down, the reference to the discount in G1 slips to empty cells."""
    data = [("chaises", 40, 12), ("tables", 90, 5), ("bancs", 30, 8), ("nappes", 10, 20), ("lampions", 5, 44),
            ("estrade", 700, 1), ("micros", 60, 3), ("rallonges", 20, 9), ("gobelets", 1, 300), ("affiches", 2, 150)]
    rows = [head("Article", "Prix", "Quantité", "À payer") + [text(""), text("Remise", "ce-head"), num(0.2, "ce-pc")]]
    total = 0
    for i, (name, price, qty) in enumerate(data):
        rate = 0.2 if i == 0 else 0
        value = price * qty * (1 - rate)
        total += value
        n = i + 2
        rows.append([text(name), num(price), num(qty), num(value, None, f"[.B{n}]*[.C{n}]*(1-[.G{i + 1}])")])
    rows.append([text("Total", "ce-head"), text(""), text(""), num(total, None, "SUM([.D2:.D11])")])
    ods(folder / "location-fete.ods", [("Location", rows)])
    return total, sum(p * q for _, p, q in data) * 0.8


def wages(folder):
    """Copied to the right, the reference to the rate in column B slips to the month before."""
    months = ["avril", "mai", "juin", "juillet"]
    people = [("Amel", 14, (20, 35, 28, 40)), ("Brice", 12, (15, 10, 22, 36)), ("Cléo", 16, (8, 12, 30, 25)),
              ("Dorian", 13, (32, 28, 18, 14)), ("Esther", 15, (24, 24, 36, 10))]
    rows = [head("Prénom", "Taux horaire (€)", *[f"Heures {m}" for m in months])]
    rows += [[text(n), num(rate)] + [num(h) for h in hours] for n, rate, hours in people]
    rows += [[], head("Paie (€)", "", *months)]
    total = 0
    for i, (name, rate, hours) in enumerate(people):
        cells = [text(name), text("")]
        for j, h in enumerate(hours):
            left = rate if j == 0 else hours[j - 1]
            total += h * left
            cells.append(num(h * left, None, f"[.{'CDEF'[j]}{i + 2}]*[.{'BCDE'[j]}{i + 2}]"))
        rows.append(cells)
    rows.append([text("Total", "ce-head"), num(total, None, "SUM([.C9:.F13])")])
    ods(folder / "paie-saisonniers.ods", [("Paie", rows)])
    return total, sum(rate * sum(hours) for _, rate, hours in people)


def lookup(keys, wanted):
    """What an approximate search returns: binary search for the last key not above the one wanted."""
    low, high, found = 0, len(keys) - 1, None
    while low <= high:
        middle = (low + high) // 2
        if keys[middle] <= wanted:
            found, low = middle, middle + 1
        else:
            high = middle - 1
    return found


def seedlings(folder):
    """Prices fetched without exact match, in a list that is not sorted, with a range that slips down."""
    prices = [("TOM", 3), ("BAS", 2), ("COU", 4), ("AUB", 5), ("SAL", 1), ("POI", 6), ("CHO", 2), ("FRA", 7), ("MEN", 3), ("CIB", 2)]
    r = random.Random(136)
    rows = [head("Code", "Quantité", "Prix", "Montant")]
    right = shown = 0
    for i in range(28):
        code, qty = r.choice(prices)[0], r.randint(2, 30)
        exact = dict(prices)[code]
        window = prices[i:i + 10]
        found = lookup([k for k, _ in window], code) if window else None
        formula = f"VLOOKUP([.A{i + 2}];[$Tarifs.A{i + 2}:.B{i + 11}];2)"
        right += qty * exact
        if found is None:
            cells = [error(formula, "#N/A"), error(f"[.B{i + 2}]*[.C{i + 2}]", "#N/A")]
        else:
            cells = [num(window[found][1], None, formula), num(window[found][1] * qty, None, f"[.B{i + 2}]*[.C{i + 2}]")]
        rows.append([text(code), num(qty)] + cells)
    rows.append([text("Total", "ce-head"), text(""), text(""), error("SUM([.D2:.D29])", "#N/A")])
    tariff = [head("Code", "Prix")] + [[text(k), num(v)] for k, v in prices]
    ods(folder / "vente-plants.ods", [("Ventes", rows), ("Tarifs", tariff)])
    return right


def bands(folder):
    """A scale of bands sorted from the highest down: an approximate search needs the other order."""
    scale = [(0, 0), (100, 5), (250, 12), (500, 30), (1000, 80)]
    down = scale[::-1]
    r = random.Random(137)
    rows = [head("Client", "Achats de l'année", "Bon d'achat")]
    right = 0
    for i in range(26):
        amount = r.choice([r.randint(10, 99), r.randint(101, 249), r.randint(251, 499), r.randint(501, 999), r.randint(1001, 1900), 100, 250, 500, 1000])
        right += [v for k, v in scale if k <= amount][-1]
        found = lookup([k for k, _ in down], amount)
        formula = f"VLOOKUP([.B{i + 2}];[$Bareme.$A$2:.$B$6];2)"
        rows.append([text(f"client {i + 1:02d}"), num(amount),
                     error(formula, "#N/A") if found is None else num(down[found][1], None, formula)])
    rows.append([text("Total", "ce-head"), text(""), error("SUM([.C2:.C27])", "#N/A")])
    ods(folder / "bons-achat.ods", [("Clients", rows), ("Bareme", [head("À partir de", "Bon d'achat")] + [[num(k), num(v)] for k, v in down])])
    return right


def invoice(folder):
    """Lines shown with two decimals but kept with more: the sum shown is not the sum of what is shown."""
    r = random.Random(141)
    rows, lines = [head("Lot", "Poids (kg)", "Prix du kg (€)", "Montant (€)")], []
    while len(lines) < 40:
        grams, cents = r.randint(120, 4800), r.randint(115, 990)
        tail = grams * cents % 1000
        if 1 <= tail <= 470 and (len(lines) % 5 or tail <= 300):
            lines.append((grams, cents))
    exact = 0
    rounded = 0
    for i, (grams, cents) in enumerate(lines):
        micro = grams * cents
        exact += micro
        rounded += (micro + 500) // 1000
        rows.append([text(f"lot {i + 1:02d}"), num(grams / 1000, "ce-n3"), num(cents / 100, "ce-n2"),
                     num(micro / 100000, "ce-n2", f"[.B{i + 2}]*[.C{i + 2}]")])
    rows.append([text("Total", "ce-head"), text(""), text(""), num(exact / 100000, "ce-n2", "SUM([.D2:.D41])")])
    ods(folder / "facture-fruits.ods", [("Facture", rows)])
    return exact / 100000, rounded / 100


def hours(folder):
    """Durations shown as hours and minutes, kept with seconds; the total wraps at 24 hours."""
    r = random.Random(142)
    rows, total, shown = [head("Intervention", "Durée")], 0, 0
    for i in range(36):
        minutes, seconds = r.randint(25, 175), r.randint(8, 29)
        total += minutes * 60 + seconds
        shown += minutes
        rows.append([text(f"intervention {i + 1:02d}"), duration(minutes * 60 + seconds)])
    rows.append([text("Total", "ce-head"), duration(total, "SUM([.B2:.B37])")])
    ods(folder / "durees-depannage.ods", [("Durees", rows)])
    return (total // 3600, total % 3600 // 60), (shown // 60, shown % 60)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    for make in (orders, discount, wages, seedlings, bands, invoice, hours):
        print(make.__name__, make(target))
