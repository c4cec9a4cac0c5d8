package io.tradinggym.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A named, typed setting that an environment understands.
 *
 * @param name camelCase, unique within the environment
 * @param type of the value
 * @param byDefault used when it is not given; null when it must be given or has no plain default
 * @param meaning one sentence with unit and range
 * @param parser from text (configuration files, command line); null when it can only be set from code
 */
public record Option<T>(
    String name,
    Class<T> type,
    @Nullable T byDefault,
    String meaning,
    @Nullable Function<String, T> parser) {

  /** An integer option. */
  public static Option<Integer> integer(String name, int byDefault, String meaning) {
    return new Option<>(name, Integer.class, byDefault, meaning, Integer::valueOf);
  }

  /** A number option. */
  public static Option<Double> number(String name, double byDefault, String meaning) {
    return new Option<>(name, Double.class, byDefault, meaning, Double::valueOf);
  }

  /** A yes-or-no option. */
  public static Option<Boolean> flag(String name, boolean byDefault, String meaning) {
    return new Option<>(name, Boolean.class, byDefault, meaning, Option::strictBoolean);
  }

  /** A choice among the constants of an enum, written in any case. */
  public static <E extends Enum<E>> Option<E> choice(String name, E byDefault, String meaning) {
    Class<E> type = byDefault.getDeclaringClass();
    return new Option<>(
        name, type, byDefault, meaning, text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
  }

  /** An option that can only be set from code. */
  public static <T> Option<T> object(
      String name, Class<T> type, @Nullable T byDefault, String meaning) {
    return new Option<>(name, type, byDefault, meaning, null);
  }

  /** Reads a value from text. */
  public T parse(String text) {
    if (parser == null) {
      throw new IllegalArgumentException(
          "option " + name + " can only be set from code, not from text");
    }
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "option "
              + name
              + ": \""
              + text
              + "\" is not "
              + describeType()
              + " ("
              + meaning
              + ")"
              + reason(e),
          e);
    }
  }

  private String describeType() {
    if (type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
    }
    return type == Integer.class
        ? "a whole number"
        : type == Double.class ? "a number" : "a " + type.getSimpleName();
  }

  /** What a parser of this library's has to say; those of the JDK add nothing. */
  private String reason(IllegalArgumentException e) {
    return type.isEnum() || type.getPackageName().equals("java.lang") ? "" : ": " + e.getMessage();
  }

  private static Boolean strictBoolean(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }
}
