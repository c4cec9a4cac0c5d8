package io.tradinggym.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values of options as people write them. */
final class OptionText {
  private OptionText() {}

  /** {@code 4096}, {@code 4_096}, {@code 1e6}: a number with nothing behind the point. */
  static long whole(String text) {
    return new BigDecimal(plain(text)).longValueExact();
  }

  static double number(String text) {
    String plain = plain(text);
    if (plain.isEmpty() || Character.isLetter(plain.charAt(plain.length() - 1))) {
      return switch (plain.toLowerCase(Locale.ROOT)) {
        case "infinity", "+infinity", ".inf", "inf" -> Double.POSITIVE_INFINITY;
        case "-infinity", "-.inf", "-inf" -> Double.NEGATIVE_INFINITY;
        case "nan", ".nan" -> Double.NaN;
        default -> throw new NumberFormatException("not a number: " + text); // 1d, 1f
      };
    }
    if (plain.indexOf('x') >= 0 || plain.indexOf('X') >= 0) {
      throw new NumberFormatException("not a number: " + text); // 0x1p6
    }
    return Double.parseDouble(plain);
  }

  private static String plain(String text) {
    return text.strip().replace("_", "");
  }

  static boolean flag(String text) {
    return switch (text) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  /** {@code {every: 4, logStd: -2}}, also without braces, with {@code =} or as a record prints itself. */
  static Options group(String text, List<Option<?>> known) {
    Options values = Options.NONE;
    for (String part : parts(text)) {
      int colon = part.indexOf(':');
      int equals = part.indexOf('=');
      int split = colon < 0 ? equals : equals < 0 ? colon : Math.min(colon, equals);
      if (split < 1) {
        throw new IllegalArgumentException(
            "\"" + part + "\" is not \"name: value\"; known: " + Options.names(known));
      }
      values =
          values.set(known, part.substring(0, split).strip(), part.substring(split + 1).strip());
    }
    return values;
  }

  private static List<String> parts(String text) {
    String inner = text.strip();
    int open = inner.indexOf('[') < 0 ? inner.indexOf('{') : inner.indexOf('[');
    if (open >= 0 && (inner.endsWith("]") || inner.endsWith("}"))) {
      inner = inner.substring(open + 1, inner.length() - 1);
    }
    List<String> parts = new ArrayList<>();
    for (String part : inner.split(",", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  /** The same in every process. */
  static String of(Object value) {
    return switch (value) {
      case Identified known -> known.fingerprint();
      case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
      case Collection<?> all -> all.stream().map(OptionText::of).collect(Collectors.joining(", "));
      default -> {
        String text = String.valueOf(value);
        Class<?> type = value.getClass();
        boolean nameless =
            type.isHidden()
                || text.equals(type.getName() + "@" + Integer.toHexString(value.hashCode()));
        yield nameless ? "code of " + type.getName().replaceAll("(\\$\\$Lambda).*", "$1") : text;
      }
    };
  }
}
