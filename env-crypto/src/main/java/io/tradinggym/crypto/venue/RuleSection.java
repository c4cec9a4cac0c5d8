package io.tradinggym.crypto.venue;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** One section of a rule file: {@code [kind name]} and the lines below it. */
final class RuleSection {
  /** One line {@code key = value}. */
  private record Line(int number, String key, String value) {}

  /** No venue is older, and no rule is made for later. */
  private static final Instant EARLIEST = Instant.parse("2009-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private final String file;
  private final int number;
  private final String kind;
  private final String name;
  private final List<Line> lines = new ArrayList<>();
  private final Set<String> read = new HashSet<>();

  RuleSection(String file, int number, String kind, String name) {
    this.file = file;
    this.number = number;
    this.kind = kind;
    this.name = name;
  }

  String kind() {
    return kind;
  }

  String name() {
    return name;
  }

  void add(int at, String key, String value) {
    lines.add(new Line(at, key, value));
  }

  boolean has(String key) {
    return lines.stream().anyMatch(line -> line.key().equals(key));
  }

  /** The values of a key that may stand more than once. */
  <T> List<T> all(String key, Function<String[], T> parse) {
    read.add(key);
    return lines.stream()
        .filter(line -> line.key().equals(key))
        .map(line -> parsed(line, value -> parse.apply(value.split(" +", -1))))
        .toList();
  }

  private <T> T one(String key, Function<String, T> parse) {
    read.add(key);
    List<Line> found = lines.stream().filter(line -> line.key().equals(key)).toList();
    if (found.size() != 1) {
      throw error(number, "needs one line \"" + key + " = ...\", has " + found.size());
    }
    return parsed(found.getFirst(), parse);
  }

  private <T> T parsed(Line line, Function<String, T> parse) {
    try {
      return parse.apply(line.value());
    } catch (NumberFormatException wrong) {
      throw error(
          line.number(),
          "\"" + line.key() + " = " + line.value() + "\" has no number where one is due");
    } catch (IndexOutOfBoundsException wrong) {
      throw error(
          line.number(), "\"" + line.key() + " = " + line.value() + "\" has too few values");
    } catch (ArithmeticException | IllegalArgumentException wrong) {
      throw error(
          line.number(),
          "\"" + line.key() + " = " + line.value() + "\" cannot be read: " + wrong.getMessage());
    }
  }

  String text(String key) {
    return one(key, value -> value);
  }

  BigDecimal decimal(String key) {
    return one(key, RuleSection::number);
  }

  int whole(String key) {
    return one(key, RuleSection::wholeOf);
  }

  static int wholeOf(String value) {
    if (!value.matches("-?\\d{1,9}")) {
      throw new IllegalArgumentException("must be a whole number such as 8");
    }
    return Integer.parseInt(value);
  }

  private static BigDecimal number(String value) {
    if (!value.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
      throw new IllegalArgumentException("must be a number such as 0.1");
    }
    return new BigDecimal(value);
  }

  /** A percentage in millionths. */
  long millionths(String key) {
    return one(key, RuleSection::millionthsOf);
  }

  /** A percentage as a fraction. */
  double fraction(String key) {
    return one(key, value -> percent(value).movePointLeft(2).doubleValue());
  }

  static long millionthsOf(String value) {
    return value.endsWith("bp")
        ? number(value.substring(0, value.length() - 2)).movePointRight(2).longValueExact()
        : percent(value).movePointRight(4).longValueExact();
  }

  private static BigDecimal percent(String value) {
    if (!value.endsWith("%")) {
      throw new IllegalArgumentException("must be a percentage such as 0.4%");
    }
    return number(value.substring(0, value.length() - 1));
  }

  private Instant from() {
    return one("from", RuleSection::time);
  }

  private static Instant time(String text) {
    try {
      return ofOurTime(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException("must be a time such as 2026-01-01T00:00Z", wrong);
    }
  }

  private static Instant day(String text) {
    try {
      return ofOurTime(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException("must be a date such as 2026-01-01", wrong);
    }
  }

  private static Instant ofOurTime(Instant time) {
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new IllegalArgumentException("must be between " + EARLIEST + " and " + LATEST);
    }
    return time;
  }

  Provenance provenance() {
    Instant from = from();
    Set<String> doubts = has("unverified") ? Set.of(text("unverified").split(" +", -1)) : Set.of();
    for (String doubt : doubts) {
      if (!has(doubt)) {
        throw error(number, "calls \"" + doubt + "\" unverified, but has no such line");
      }
    }
    Instant checked = one("checked", RuleSection::day);
    return new Provenance(kind + " " + name, from, checked, text("source"), doubts);
  }

  /** Refuses lines that nobody has read. */
  void finish() {
    for (Line line : lines) {
      if (!read.contains(line.key())) {
        throw error(
            line.number(),
            "\""
                + line.key()
                + "\" means nothing; known here are "
                + read.stream().sorted().toList());
      }
    }
  }

  IllegalArgumentException error(int line, String what) {
    return new IllegalArgumentException(
        file + ", line " + line + ", [" + kind + " " + name + "]: " + what);
  }

  IllegalArgumentException error(String what) {
    return error(number, what);
  }
}
