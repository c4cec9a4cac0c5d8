package io.tradinggym.experiments.fuzz;

import io.tradinggym.api.random.RandomStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Damages bytes as disks, editors, spreadsheets and exports do: bits flip, cells and lines vanish, swap or come twice,
 * numbers turn into others or into what is none, files break off or hold part of another. One to four of these at once.
 */
final class Mutator {
  private static final int MOST_AT_ONCE = 4;
  private static final int LONGEST_RANGE = 40;
  private static final int MOST_REPEATS = 5_000;

  /** What stands in files where something else should. */
  private static final List<String> TOKENS =
      List.of(
          "",
          " ",
          "0",
          "-0",
          "-1",
          "1",
          "00012",
          "1e308",
          "-1e308",
          "1e-320",
          "1e999",
          "NaN",
          "nan",
          "Infinity",
          "-inf",
          ".",
          "-",
          "+",
          "#N/A",
          "null",
          "true",
          "none",
          "0x1p6",
          "103.0d",
          "1_000",
          "1,000",
          "1.000,5",
          "12%",
          "$12",
          "2147483647",
          "2147483648",
          "-2147483648",
          "4294967296",
          "9223372036854775807",
          "-9223372036854775808",
          "99999999999999999999999",
          "1970-01-01",
          "9999-12-31",
          "0000-00-00",
          "-999999999-01-01",
          "+999999999-12-31",
          "2020-02-30",
          "25:61",
          "24:00:00",
          "20200101",
          "2020-01-01T00:00:00+99:00",
          "\"",
          "'",
          "`",
          ",",
          ";",
          "\t",
          "|",
          "\n",
          "\r\n",
          "\r",
          "\0",
          "\uFEFF",
          "{",
          "}",
          "[",
          "]",
          "(",
          ")",
          ":",
          "=",
          "- ",
          "#",
          "&a",
          "*a",
          "!!x",
          "\\",
          "\\u00",
          "é",
          "\uD835\uDFD9",
          "٣",
          "../../x",
          "/",
          "*");

  private final RandomStream random;

  Mutator(RandomStream random) {
    this.random = random;
  }

  /**
   * A damaged copy.
   *
   * @param sample never changed
   * @param other what parts may come from
   */
  byte[] mutate(byte[] sample, byte[] other) {
    byte[] bytes = sample;
    for (int left = 1 + random.integer(MOST_AT_ONCE); left > 0; left--) {
      bytes = once(bytes, other);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes, byte[] other) {
    int at = random.integer(bytes.length + 1);
    int end = Math.min(bytes.length, at + 1 + random.integer(LONGEST_RANGE));
    return switch (random.integer(16)) {
      case 0 -> flip(bytes);
      case 1 ->
          replace(
              bytes, at, Math.min(bytes.length, at + 1), new byte[] {(byte) random.integer(256)});
      case 2 -> replace(bytes, at, end, new byte[0]);
      case 3 -> replace(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
      case 4 -> replace(bytes, at, at, token());
      case 5, 6, 7 -> word(bytes, token());
      case 8 -> word(bytes, anotherWord(bytes));
      case 9 -> word(bytes, scaled(bytes));
      case 10 -> lines(bytes);
      case 11 -> cell(bytes);
      case 12 -> Arrays.copyOf(bytes, at);
      case 13 -> splice(bytes, at, other);
      case 14 -> repeated(bytes, at);
      default -> number(bytes);
    };
  }

  private byte[] flip(byte[] bytes) {
    byte[] copy = bytes.clone();
    if (copy.length > 0) {
      copy[random.integer(copy.length)] ^= (byte) (1 << random.integer(8));
    }
    return copy;
  }

  private byte[] token() {
    return TOKENS.get(random.integer(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
  }

  /** A run of letters, digits, signs and points around a random place: its begin and end. */
  private int[] anyWord(byte[] bytes) {
    int at = random.integer(bytes.length + 1);
    int from = at;
    while (from > 0 && isOfWord(bytes[from - 1])) {
      from--;
    }
    int to = at;
    while (to < bytes.length && isOfWord(bytes[to])) {
      to++;
    }
    return new int[] {from, to};
  }

  private static boolean isOfWord(byte b) {
    return Character.isLetterOrDigit(b) || b == '.' || b == '-' || b == '+' || b == '_';
  }

  private byte[] word(byte[] bytes, byte[] by) {
    int[] word = anyWord(bytes);
    return replace(bytes, word[0], word[1], by);
  }

  private byte[] anotherWord(byte[] bytes) {
    int[] word = anyWord(bytes);
    return Arrays.copyOfRange(bytes, word[0], word[1]);
  }

  /** A number of the file, times a power of ten, or with its sign turned. */
  private byte[] scaled(byte[] bytes) {
    String text = new String(anotherWord(bytes), StandardCharsets.ISO_8859_1);
    if (!text.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
      return token();
    }
    double value = Double.parseDouble(text) * Math.pow(10, random.integer(13) - 6);
    return String.valueOf(random.bernoulli(0.2) ? -value : value).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] lines(byte[] bytes) {
    List<String> lines =
        new ArrayList<>(
            List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("(?<=\n)", -1)));
    int one = random.integer(lines.size());
    int two = random.integer(lines.size());
    switch (random.integer(3)) {
      case 0 -> java.util.Collections.swap(lines, one, two);
      case 1 -> lines.remove(one);
      default -> lines.add(two, lines.get(one));
    }
    return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Takes a cell away, with the separator before it. */
  private byte[] cell(byte[] bytes) {
    int from = random.integer(bytes.length + 1);
    while (from < bytes.length && !isSeparator(bytes[from])) {
      from++;
    }
    int to = Math.min(bytes.length, from + 1);
    while (to < bytes.length && !isSeparator(bytes[to]) && bytes[to] != '\n') {
      to++;
    }
    return replace(bytes, from, to, new byte[0]);
  }

  private static boolean isSeparator(byte b) {
    return ",;:\t= ".indexOf(b) >= 0;
  }

  private byte[] splice(byte[] bytes, int at, byte[] other) {
    int from = random.integer(other.length + 1);
    return replace(bytes, at, bytes.length, Arrays.copyOfRange(other, from, other.length));
  }

  /** One byte very often, as deep nesting and endless cells are made of. */
  private byte[] repeated(byte[] bytes, int at) {
    byte[] run = new byte[1 + random.integer(MOST_REPEATS)];
    byte[] token = token();
    boolean own = at < bytes.length && random.bernoulli(0.5);
    Arrays.fill(run, own ? bytes[at] : token.length > 0 ? token[0] : (byte) '[');
    return replace(bytes, at, at, run);
  }

  /** Four bytes that binary files may take for a length. */
  private byte[] number(byte[] bytes) {
    int value =
        switch (random.integer(5)) {
          case 0 -> Integer.MAX_VALUE;
          case 1 -> Integer.MIN_VALUE;
          case 2 -> -1;
          case 3 -> 1 << random.integer(31);
          default -> (int) random.nextLong();
        };
    int at = random.integer(bytes.length + 1);
    byte[] four = java.nio.ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    return replace(bytes, at, Math.min(bytes.length, at + Integer.BYTES), four);
  }

  private static byte[] replace(byte[] bytes, int from, int to, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + by.length);
    out.write(bytes, 0, from);
    out.writeBytes(by);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }
}
