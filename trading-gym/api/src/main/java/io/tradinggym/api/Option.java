package io.tradinggym.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A named, typed setting of an environment, an algorithm, or anything else that is set up by name. From it come the
 * check of a value, the reader of configuration files and of the command line, help, and what a checkpoint is bound to.
 *
 * <pre>{@code
 * static final Option<Double> GAMMA = Option.number("gamma", 0.99, "discount of rewards to come").must("in (0, 1]", v
 * -> v > 0 && v <= 1); }</pre>
 *
 * <p>Two options are equal if name and type are.
 *
 * @param <T> type of a value
 * @param name camelCase, unique within its owner
 * @param type class of a value
 * @param byDefault used when it is not given; null when it must be given or stands for nothing
 * @param meaning one sentence with unit and range
 * @param rule what every value must be
 * @param neutral whether results do not depend on it (where memory lies, which engine computes): checkpoints are not
 *     bound to it
 * @param parser from text (configuration files, command line); null when it can only be set from code
 */
public record Option<T>(
    String name,
    Class<T> type,
    @Nullable T byDefault,
    String meaning,
    Rule<T> rule,
    boolean neutral,
    @Nullable Function<String, T> parser) {

  /**
   * What every value of an option must be.
   *
   * @param <T> type of a value
   * @param words such as {@code >= 1}, so that "name must be >= 1" is a sentence; empty where everything will do
   * @param holds whether a value is that
   */
  public record Rule<T>(String words, Predicate<T> holds) {
    private static <T> Rule<T> none() {
      return new Rule<>("", value -> true);
    }
  }

  /**
   * An option that takes every value of its type.
   *
   * @param name camelCase, the key in configuration files
   * @param type class of a value
   * @param byDefault used where none is given; null if there is none
   * @param meaning one sentence with unit and range, without a full stop
   * @param parser reads a value from text; null if it can only be set from code
   */
  public Option(
      String name,
      Class<T> type,
      @Nullable T byDefault,
      String meaning,
      @Nullable Function<String, T> parser) {
    this(name, type, byDefault, meaning, Rule.none(), false, parser);
  }

  /**
   * {@return an integer option; text may read {@code 4096}, {@code 4_096} or {@code 1e6}}
   *
   * @param name camelCase, the key in configuration files
   * @param byDefault used where none is given
   * @param meaning one sentence with unit and range, without a full stop
   */
  public static Option<Integer> integer(String name, int byDefault, String meaning) {
    return new Option<>(
        name, Integer.class, byDefault, meaning, text -> Math.toIntExact(OptionText.whole(text)));
  }

  /**
   * {@return an integer option for numbers beyond two thousand million}
   *
   * @param name camelCase, the key in configuration files
   * @param byDefault used where none is given
   * @param meaning one sentence with unit and range, without a full stop
   */
  public static Option<Long> whole(String name, long byDefault, String meaning) {
    return new Option<>(name, Long.class, byDefault, meaning, OptionText::whole);
  }

  /**
   * {@return a number option}
   *
   * @param name camelCase, the key in configuration files
   * @param byDefault used where none is given
   * @param meaning one sentence with unit and range, without a full stop
   */
  public static Option<Double> number(String name, double byDefault, String meaning) {
    return new Option<>(name, Double.class, byDefault, meaning, OptionText::number);
  }

  /**
   * {@return a yes-or-no option}
   *
   * @param name camelCase, the key in configuration files
   * @param byDefault used where none is given
   * @param meaning what true means, in a sentence without a full stop
   */
  public static Option<Boolean> flag(String name, boolean byDefault, String meaning) {
    return new Option<>(name, Boolean.class, byDefault, meaning, OptionText::flag);
  }

  /**
   * {@return a choice among the constants of an enum, written in any case}
   *
   * @param <E> the enum, whose constants are in capitals
   * @param name camelCase, the key in configuration files
   * @param byDefault used where none is given
   * @param meaning one sentence without a full stop
   */
  public static <E extends Enum<E>> Option<E> choice(String name, E byDefault, String meaning) {
    Class<E> type = byDefault.getDeclaringClass();
    return new Option<>(
        name, type, byDefault, meaning, text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
  }

  /**
   * {@return an option that can only be set from code}
   *
   * @param <T> type of a value
   * @param name camelCase, unique within its owner
   * @param type class of a value
   * @param byDefault used where none is given; null if there is none
   * @param meaning one sentence without a full stop
   */
  public static <T> Option<T> object(
      String name, Class<T> type, @Nullable T byDefault, String meaning) {
    return new Option<>(name, type, byDefault, meaning, null);
  }

  /**
   * {@return an option that consists of several, written {@code {every: 4, logStd: -2}}; what is left out keeps its
   * default}
   *
   * @param <T> type of a value
   * @param name camelCase, the key in configuration files
   * @param type class of a value
   * @param byDefault used where none is given; null if there is none
   * @param meaning one sentence without a full stop
   * @param parts the options it consists of, by the names in braces
   * @param maker of a value from what is set of the parts
   */
  public static <T> Option<T> group(
      String name,
      Class<T> type,
      @Nullable T byDefault,
      String meaning,
      List<Option<?>> parts,
      Function<Options, T> maker) {
    List<Option<?>> known = List.copyOf(parts);
    return new Option<>(
        name, type, byDefault, meaning, text -> maker.apply(OptionText.group(text, known)));
  }

  /**
   * {@return the same option under a rule, such as {@code must("in (0, 1]", v -> v > 0 && v <= 1)}}
   *
   * @param words the rule in words, such as {@code > 0}, so that "name must be > 0" is a sentence
   * @param holds whether a value keeps the rule
   */
  public Option<T> must(String words, Predicate<T> holds) {
    return new Option<>(name, type, byDefault, meaning, new Rule<>(words, holds), neutral, parser);
  }

  /**
   * {@return the same option with another default}
   *
   * @param value used where none is given; the rule is not asked of it
   */
  public Option<T> byDefault(T value) {
    return new Option<>(name, type, value, meaning, rule, neutral, parser);
  }

  /** {@return the same option, said not to change results} */
  public Option<T> withoutEffect() {
    return new Option<>(name, type, byDefault, meaning, rule, true, parser);
  }

  /**
   * Returns the value if it is one that the option takes.
   *
   * @param value the value that somebody wants to set
   * @return that value
   * @throws IllegalArgumentException naming option, rule and value
   */
  public T check(T value) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "option " + name + " must be a " + type.getSimpleName() + ", was " + value);
    }
    if (!rule.holds.test(value)) {
      throw new IllegalArgumentException(name + " must be " + rule.words + ", was " + value);
    }
    return value;
  }

  /**
   * Reads a value from text.
   *
   * @param text as it stands in a file or on the command line
   * @return a value of this option
   * @throws IllegalArgumentException naming option, text, what would be right, and the option's meaning
   */
  public T parse(String text) {
    if (parser == null) {
      throw new IllegalArgumentException(
          "option " + name + " can only be set from code, not from text");
    }
    T value;
    try {
      value = parser.apply(text);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "option "
              + name
              + ": \""
              + text
              + "\" is not "
              + kind()
              + " ("
              + meaning
              + ")"
              + reason(e),
          e);
    }
    return check(value);
  }

  /**
   * {@return a value as text, which {@link #parse} reads back if the option has a parser: the same in every process, so
   * that manifests and checkpoints can hold it} Of code (a lambda, an object without a text of its own) it names the
   * class.
   *
   * @param value any of this option's type
   */
  public String text(T value) {
    return OptionText.of(value);
  }

  /** {@return what a value is, in words: "a whole number", "one of [mean, sum]"} */
  public String kind() {
    if (type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
    }
    return type == Integer.class || type == Long.class
        ? "a whole number"
        : type == Double.class ? "a number" : "a " + type.getSimpleName();
  }

  /** What a parser of this library's has to say; those of the JDK add nothing. */
  private String reason(RuntimeException e) {
    return type.isEnum() || type.getPackageName().equals("java.lang") ? "" : ": " + e.getMessage();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Option<?> option && name.equals(option.name) && type == option.type;
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + type.hashCode();
  }
}
