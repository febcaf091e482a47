#!/usr/bin/env python3
"""Makes the binary files of competence 2.1: python3 make/2.1.py <folder>. Standard library only, same bytes every time."""
import pathlib
import sys
import zipfile
from xml.sax.saxutils import escape

DATE = (2025, 6, 2, 8, 0, 0)


def zip_entry(archive, name, data, method=zipfile.ZIP_DEFLATED):
    info = zipfile.ZipInfo(name, DATE)
    info.compress_type = method
    info.external_attr = 0o644 << 16
    archive.writestr(info, data)


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
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
        '<office:automatic-styles><style:style style:name="co" style:family="table-column">'
        '<style:table-column-properties style:column-width="4.6cm"/></style:style></office:automatic-styles>'
        f'<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>')
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
    with zipfile.ZipFile(path, "w") as archive:
        zip_entry(archive, "mimetype", kind, zipfile.ZIP_STORED)
        zip_entry(archive, "content.xml", content)
        zip_entry(archive, "META-INF/manifest.xml", manifest)


def pdf(path, title, lines):
    """Writes a PDF of one page; a line is (text, bold)."""
    def text(value):
        return value.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
    stream = b"BT 16 TL 56 780 Td\n"
    for value, bold in lines:
        stream += (b"/F2 12 Tf (" if bold else b"/F1 11 Tf (") + text(value) + b") Tj T*\n"
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


def mail(sender, to, subject, date, body):
    return (f"From: {sender}\r\nTo: {to}\r\nSubject: {subject}\r\nDate: {date}\r\nMIME-Version: 1.0\r\n"
            "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
            + body.strip().replace("\n", "\r\n") + "\r\n").encode("utf-8")


def mails(path, messages):
    with zipfile.ZipFile(path, "w") as archive:
        for name, message in messages:
            zip_entry(archive, name, mail(*message))


def main(folder):
    me = "Kim Delorme <kim.delorme@couture-libre.example>"
    mails(folder / "nonremis-retours-couture.zip", [
        ("retour-1.eml", ("Anna Petrov <anna.petrov@poste.example>", me, "Absente : Re : Stage de couture",
                          "Mon, 02 Jun 2025 09:00:12 +0200", """
Bonjour,
Je suis absente jusqu'au 12 juin. Je lirai votre message à mon retour.
Anna Petrov""")),
        ("retour-2.eml", ("Mail Delivery System <postmaster@couture-libre.example>", me, "Undelivered Mail Returned to Sender",
                          "Mon, 02 Jun 2025 09:00:14 +0200", """
Your message could not be delivered. No further attempt will be made.

<gerard.noel@poste.example>: host mx.poste.example said:
550 5.1.1 User unknown: no mailbox here by that name

Original subject: Stage de couture""")),
        ("retour-3.eml", ("Mail Delivery System <postmaster@couture-libre.example>", me, "Delayed Mail (still being retried)",
                          "Mon, 02 Jun 2025 13:00:31 +0200", """
THIS IS A WARNING ONLY. YOU DO NOT NEED TO RESEND YOUR MESSAGE.
Delivery will be retried until Sat, 07 Jun 2025.

<zoe.lam@fac.example>: connect to mx.fac.example: Connection timed out

Original subject: Stage de couture""")),
        ("retour-4.eml", ("Mail Delivery System <postmaster@couture-libre.example>", me, "Undelivered Mail Returned to Sender",
                          "Mon, 02 Jun 2025 09:00:19 +0200", """
Your message could not be delivered. No further attempt will be made.

<pia.roux@lac.example>: host mx.lac.example said:
552 5.2.2 Mailbox full, quota exceeded

Original subject: Stage de couture""")),
        ("retour-5.eml", ("Hugo Sanchez <hugo.sanchez@poste.example>", me, "Lu : Stage de couture",
                          "Mon, 02 Jun 2025 10:42:00 +0200", """
Votre message « Stage de couture » a été affiché le lundi 2 juin 2025 à 10 h 42.""")),
    ])
    me = "Basket Club <bureau@basket-aubier.example>"
    mails(folder / "nonremis-retours-basket.zip", [
        ("message-a.eml", ("Postmaster <postmaster@basket-aubier.example>", me, "Message en attente",
                           "Fri, 05 Sep 2025 12:10:00 +0200", """
Ceci est un simple avertissement : votre message n'est pas encore remis.
Les essais continuent pendant quatre jours. Inutile de le renvoyer.

Destinataire : loane.prigent@lycee.example
Réponse du serveur : 451 4.7.1 Please try again later
Objet du message : Photos du tournoi""")),
        ("message-b.eml", ("Mail Delivery Subsystem <daemon@basket-aubier.example>", me, "Delivery Status Notification (Failure)",
                           "Fri, 05 Sep 2025 08:11:00 +0200", """
Delivery to the following recipient failed permanently:

     ibrahim.toure@atelier.example

552 5.3.4 Message size exceeds fixed limit of 10 MB
Original subject: Photos du tournoi""")),
        ("message-c.eml", ("Karine Vidal <karine.vidal@nouvelle-boite.example>", me, "Re : Photos du tournoi",
                           "Fri, 05 Sep 2025 08:40:00 +0200", """
Merci pour les photos ! Désormais, écrivez-moi à cette adresse,
l'ancienne (karine.vidal@poste.example) fermera en octobre.
Karine""")),
        ("message-d.eml", ("Mail Delivery Subsystem <daemon@basket-aubier.example>", me, "Delivery Status Notification (Failure)",
                           "Fri, 05 Sep 2025 08:12:00 +0200", """
Delivery to the following recipient failed permanently:

     milan.horvat@psote.example

550 5.1.2 Host or domain name not found
Original subject: Photos du tournoi""")),
        ("message-e.eml", ("Ségolène Marin <segolene.marin@lac.example>", me, "Réponse automatique : Photos du tournoi",
                           "Fri, 05 Sep 2025 08:11:30 +0200", """
Bonjour, je ne lis ma messagerie que le lundi. Votre message est bien arrivé.
Ségolène Marin""")),
    ])
    ods(folder / "disc-roles.ods", [
        ("Mode d'emploi", [
            ["Messagerie de l'association Rivages"],
            ["1. Une personne cumule les droits de tous ses rôles."],
            ["2. Il suffit qu'un seul de ses rôles donne un droit pour qu'elle l'ait."],
            ["3. Une exception remplace, dans un salon, le droit habituel d'un rôle (les autres rôles ne changent pas)."]]),
        ("Rôles", [
            ["Droit", "Membre", "Rédaction", "Modération", "Invité"],
            ["Lire", "oui", "oui", "oui", "oui"],
            ["Écrire", "oui", "non", "oui", "non"],
            ["Épingler un message", "non", "oui", "oui", "non"],
            ["Supprimer le message d'autrui", "non", "non", "oui", "non"],
            ["Inviter une personne", "oui", "non", "oui", "non"]]),
        ("Exceptions", [
            ["Salon", "Rôle", "Droit", "Dans ce salon"],
            ["annonces", "Membre", "Écrire", "non"],
            ["annonces", "Rédaction", "Écrire", "oui"],
            ["annonces", "Modération", "Écrire", "non"],
            ["entraide", "Invité", "Écrire", "oui"]]),
        ("Membres", [
            ["Prénom", "Rôles"],
            ["Adama", "Membre"],
            ["Bérénice", "Membre et Rédaction"],
            ["Cyril", "Modération"],
            ["Dounia", "Membre et Modération"],
            ["Élian", "Invité et Rédaction"],
            ["Flore", "Invité"],
            ["Gaëtan", "Rédaction et Modération"]])])
    rows = [["Heure", "Débit montant (kbit/s)", "Perte montante (%)", "Débit descendant (kbit/s)",
             "Perte descendante (%)", "Latence (ms)", "Processeur (%)"]]
    for i in range(24):
        up, lup, down, ldown, ping, cpu = 1420 + (i * 37) % 60, 0.1 * (i % 4), 2510 + (i * 53) % 90, 0.1 * ((i + 2) % 3), 38 + (i * 7) % 9, 36 + (i * 11) % 12
        if 6 <= i <= 8:
            cpu = 97 + i % 2
        if 11 <= i <= 13:
            down, ldown, ping = 690 + i * 5, 9.4 + (i % 3) * 0.8, 71 + i
        if 17 <= i <= 20:
            up, lup, ping = 360 + i * 3, 12.1 + (i % 3) * 0.9, 84 + i
        rows.append([f"10:{i:02d}", up, round(lup, 1), down, round(ldown, 1), ping, cpu])
    ods(folder / "visio-mesures.ods", [("Poste d'Ousmane", rows)])
    pdf(folder / "disc-fiche-heron.pdf", "Messagerie Héron, fiche technique", [
        ("Messagerie Héron : fiche technique", True), ("", False),
        ("Messages et appels", True),
        ("Ils sont chiffrés de bout en bout. Les clés restent sur les appareils des participants.", False), ("", False),
        ("Sauvegarde", True),
        ("Activée à l'installation, elle copie chaque nuit vos conversations dans notre nuage.", False),
        ("Elle y est chiffrée avec une clé que nous conservons, pour dépanner les utilisateurs.", False), ("", False),
        ("Aperçu des liens", True),
        ("Quand vous collez l'adresse d'une page, l'application nous l'envoie ; notre serveur", False),
        ("visite la page, fabrique l'aperçu et garde l'adresse trente jours.", False), ("", False),
        ("Groupes", True),
        ("Pour distribuer les messages, nos serveurs gardent le nom de chaque groupe et la liste", False),
        ("de ses membres. La photo du groupe est chiffrée de bout en bout comme un message.", False), ("", False),
        ("Appareils", True),
        ("Le verrouillage de l'application par empreinte digitale est vérifié par l'appareil seul.", False)])


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
