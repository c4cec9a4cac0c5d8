package io.tradinggym.market.data.csv;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** The text of a file: plain, gzip, or a zip of one file. What it is, its first bytes say. */
final class TextFile {
  private TextFile() {}

  /** All lines. */
  static List<String> lines(Path file) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
      raw.mark(2);
      int first = raw.read();
      int second = raw.read();
      raw.reset();
      byte[] bytes =
          first == 0x1f && second == 0x8b
              ? new GZIPInputStream(raw).readAllBytes()
              : first == 'P' && second == 'K' ? only(file, raw) : raw.readAllBytes();
      String text = new String(bytes, StandardCharsets.UTF_8);
      return (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    } catch (EOFException e) {
      throw new IOException(file + " is damaged: it ends too early", e);
    } catch (ZipException e) {
      throw new IOException(file + " is damaged: " + e.getMessage(), e);
    }
  }

  private static byte[] only(Path file, InputStream raw) throws IOException {
    ZipInputStream zip = new ZipInputStream(raw);
    ZipEntry entry = zip.getNextEntry();
    while (entry != null && entry.isDirectory()) {
      entry = zip.getNextEntry();
    }
    if (entry == null) {
      throw new IOException(file + " is a zip of no file; expected one");
    }
    byte[] bytes = zip.readAllBytes();
    ZipEntry other = zip.getNextEntry();
    if (other != null) {
      throw new IOException(
          file
              + " is a zip of several files, "
              + entry.getName()
              + " and "
              + other.getName()
              + "; expected one");
    }
    return bytes;
  }
}
