#!/usr/bin/env python3
"""Makes the binary files of competence 2.4: python3 make/2.4.py <folder>. Standard library only, same bytes every time."""
import pathlib
import sys


def pdf(path, title, lines):
    """Writes a PDF of one page; a line is (text, bold)."""
    def text(value):
        return value.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
    stream = b"BT 18 TL 56 780 Td\n"
    for value, bold in lines:
        stream += (b"/F2 13 Tf (" if bold else b"/F1 11 Tf (") + text(value) + b") Tj T*\n"
    stream += b"ET"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
        font % b"Helvetica", font % b"Helvetica-Bold",
        b"<< /Title (" + text(title) + b") >>"]
    out, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 7 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    path.write_bytes(out)


def main(folder):
    pdf(folder / "pro-cv-lina.pdf", "Lina Aubert, curriculum vitae", [
        ("Lina Aubert, 23 ans, Die", True), ("lina.aubert@courrier.example", False), ("", False),
        ("Expérience", True),
        ("Hôtesse d'accueil au musée de la Préhistoire, de mai 2023 à octobre 2024", False),
        ("Service dans un restaurant, étés 2021 et 2022", False), ("", False),
        ("Langues", True),
        ("Anglais : niveau B2, certificat de 2024", False), ("Italien : notions", False), ("", False),
        ("Outils", True),
        ("Tableur : tableaux croisés, calculs de fréquentation du musée chaque semaine", False),
        ("Mise à jour d'un site de billetterie", False), ("", False),
        ("Divers", True),
        ("Permis AM (cyclomoteur), vélo électrique personnel", False),
        ("Randonnée dans la vallée depuis l'enfance", False),
    ])
    pdf(folder / "services-recapitulatif-logement.pdf", "Récapitulatif avant envoi : logement étudiant", [
        ("Demande de logement étudiant : récapitulatif avant envoi", True), ("", False),
        ("Nom : Girard-Lopez", False), ("Prénom : Noémie", False), ("Date de naissance : 3 décembre 2006", False),
        ("Lieu de naissance : Dax", False), ("Adresse : 14 bis, rue des Forges", False), ("Code postal et ville : 40100 Dax", False),
        ("Téléphone : 05 58 00 12 47", False), ("Université : Pau, chimie", False), ("Année d'études : deuxième", False),
        ("Entrée souhaitée : 1er septembre", False), ("Durée : 12 mois", False),
        ("Budget mensuel : 380 euros, charges comprises", False), ("Boursière : oui", False), ("Non fumeuse : oui", False),
    ])


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
