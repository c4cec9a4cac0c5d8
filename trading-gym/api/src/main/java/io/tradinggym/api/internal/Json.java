package io.tradinggym.api.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) into plain values: an object becomes a {@code Map<String, Object>} in the order of the text, an
 * array a {@code List<Object>}, a string a {@code String}, a number a {@link Num} that keeps its digits, true and false
 * a {@code Boolean}, null {@link #NULL}. Depth is limited to {@value #MAX_DEPTH}.
 */
public final class Json {
  /** What null reads as. */
  public static final Object NULL = new Object();

  private static final int MAX_DEPTH = 64;

  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /**
   * A number as written.
   *
   * @param text its digits
   */
  public record Num(String text) {}

  /**
   * Reads one value.
   *
   * @param text JSON
   * @return a map, list, string, number, boolean or null, as JSON has them
   * @throws IllegalArgumentException naming the position (from 1) and what was expected there
   */
  public static Object read(String text) {
    Json reader = new Json(text);
    Object value = reader.value(0);
    reader.blanks();
    if (reader.at < text.length()) {
      throw reader.wrong("the end");
    }
    return value;
  }

  /**
   * {@return a string as a JSON literal}
   *
   * @param value any text
   */
  public static String quoted(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  private Object value(int depth) {
    if (depth > MAX_DEPTH) {
      throw wrong("at most " + MAX_DEPTH + " levels");
    }
    blanks();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> literal("true", true);
      case 'f' -> literal("false", false);
      case 'n' -> literal("null", NULL);
      default -> number();
    };
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> fields = new LinkedHashMap<>();
    at++;
    blanks();
    if (accept('}')) {
      return fields;
    }
    do {
      blanks();
      String name = string();
      blanks();
      expect(':');
      if (fields.put(name, value(depth + 1)) != null) {
        throw new IllegalArgumentException(
            "JSON field \"" + name + "\" is there twice, before position " + (at + 1));
      }
      blanks();
    } while (accept(','));
    expect('}');
    return fields;
  }

  private List<Object> array(int depth) {
    List<Object> entries = new ArrayList<>();
    at++;
    blanks();
    if (accept(']')) {
      return entries;
    }
    do {
      entries.add(value(depth + 1));
      blanks();
    } while (accept(','));
    expect(']');
    return entries;
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        at--;
        throw wrong("no bare control character in a string");
      }
      out.append(c == '\\' ? escape() : c);
    }
    at++;
    return out.toString();
  }

  private char escape() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> {
        at--;
        throw wrong("an escape among \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u");
      }
    };
  }

  private char unicode() {
    String digits = text.substring(at, Math.min(at + 4, text.length()));
    if (!digits.matches("[0-9a-fA-F]{4}")) {
      throw wrong("four hexadecimal digits");
    }
    at += 4;
    return (char) Integer.parseInt(digits, 16);
  }

  private Object literal(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw wrong(word);
    }
    at += word.length();
    return value;
  }

  private Num number() {
    int from = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String digits = text.substring(from, at);
    if (!digits.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
      at = from;
      throw wrong("a value");
    }
    return new Num(digits);
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong("more text");
    }
    return text.charAt(at);
  }

  private boolean accept(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw wrong("'" + c + "'");
    }
  }

  private IllegalArgumentException wrong(String expected) {
    String found = at >= text.length() ? "the end" : "'" + text.charAt(at) + "'";
    return new IllegalArgumentException(
        "JSON: expected " + expected + " at position " + (at + 1) + ", found " + found);
  }
}
