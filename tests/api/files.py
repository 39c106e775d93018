"""Small real files of every kind that is taken as evidence, and some that are none."""

import io
import struct
import zipfile
import zlib


def png(mark=b""):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    text = chunk(b"tEXt", b"Comment\0" + mark) if mark else b""
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + text + chunk(b"IDAT", zlib.compress(b"\0\xa0\x20\x20")) + chunk(b"IEND", b"")


def pdf(mark="", padding=0):
    """One empty page."""
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
             b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>"]
    bytes_ = b"%PDF-1.4\n%" + mark.encode() + b"x" * padding + b"\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(bytes_))
        bytes_ += b"%d 0 obj%sendobj\n" % (number, part)
    table = len(bytes_)
    bytes_ += b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes_ + b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % table


def container(*names):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, b"<x/>")
    return held.getvalue()


def jpeg():
    return b"\xff\xd8\xff\xe0\0\x10JFIF\0" + b"\0" * 40 + b"\xff\xd9"


TAKEN = {"scan.pdf": pdf(), "photo.png": png(), "photo.JPG": jpeg(), "letter.ofd": container("OFD.xml", "Doc_0/Document.xml"),
         "letter.docx": container("[Content_Types].xml", "word/document.xml"),
         "table.xlsx": container("[Content_Types].xml", "xl/workbook.xml")}
REFUSED = {"page.html": b"<!doctype html><script>alert(1)</script>", "page.pdf": b"<html><script>alert(1)</script></html>",
           "picture.svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
           "picture.png": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
           "program.exe": b"MZ" + b"\0" * 200, "program.pdf": b"MZ" + b"\0" * 200, "script.pdf": b"#!/bin/sh\nrm -rf /\n",
           "library.png": b"\x7fELF" + b"\0" * 200, "scan.jpg": png(), "photo.pdf": jpeg(), "scan": pdf(), "half.pdf": pdf()[:60],
           "half.png": png()[:-6], "archive.zip": container("a.pdf"), "archive.docx": container("a.pdf"),
           "letter.docm": container("word/document.xml", "word/vbaProject.bin"),
           "letter.docx": container("word/document.xml", "word/vbaProject.bin"),
           "table.xlsx": container("xl/workbook.xml", "xl/activeX/run.exe"), "old.doc": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
           "cut.docx": container("word/document.xml")[:-5], "hidden.pdf": b"GIF89a" + pdf(), "text.pdf": b"just text"}
