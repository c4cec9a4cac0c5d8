package io.tradinggym.experiments.search;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a trial: {@code rule.fast < rule.slow}, {@code 3 * algorithm.minibatch <= 768}, {@code drawdown >=
 * -0.2}. Either side is a number, a name, or a number times a name. Of settings alone, it is known before a trial, and
 * nothing that breaks it is tried; of what was measured, a trial that breaks it counts as worse than any that does not,
 * the more it does.
 *
 * @param left its left side
 * @param sign one of {@code <, <=, >, >=}
 * @param right its right side
 * @see <a href="https://doi.org/10.1016/S0045-7825(99)00389-8">Deb (2000), An efficient constraint handling method for
 *     genetic algorithms</a>
 */
public record Constraint(Side left, String sign, Side right) {
  /** What a trial counts as that breaks constraints by v: this times 1 + v, below any score that there can be. */
  public static final double BROKEN = -1e100;

  /** What cannot be measured, such as the Sharpe ratio of who never traded, breaks it by so much. */
  private static final double UNDEFINED = 1e6;

  private static final Pattern TEXT = Pattern.compile("\\s*(.+?)\\s*(<=|>=|<|>)\\s*(.+?)\\s*");
  private static final Pattern PRODUCT =
      Pattern.compile("(?:([-+0-9.eE]+)\\s*\\*\\s*)?([A-Za-z][\\w.]*)");

  /**
   * A side.
   *
   * @param factor of the name, or the number itself
   * @param name null for a number
   */
  public record Side(double factor, @Nullable String name) {
    private static Side of(String text) {
      Matcher product = PRODUCT.matcher(text);
      if (product.matches()) {
        String factor = product.group(1);
        return new Side(factor == null ? 1 : Double.parseDouble(factor), product.group(2));
      }
      return new Side(Double.parseDouble(text.replace("_", "")), null);
    }

    private double value(ToDoubleFunction<String> values) {
      return name == null ? factor : factor * values.applyAsDouble(name);
    }
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Constraint of(String text) {
    Matcher matcher = TEXT.matcher(text);
    try {
      if (matcher.matches()) {
        return new Constraint(
            Side.of(matcher.group(1)), matcher.group(2), Side.of(matcher.group(3)));
      }
    } catch (NumberFormatException e) {
      throw bad(text, e);
    }
    throw bad(text, null);
  }

  private static IllegalArgumentException bad(String text, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "a constraint reads \"rule.fast < rule.slow\" or \"drawdown >= -0.2\", was \""
            + text
            + "\"",
        cause);
  }

  /** The names that it speaks of. */
  public Set<String> names() {
    return Stream.of(left.name, right.name)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * By how much it is broken, 0 if it holds.
   *
   * @param values by name; NaN for what is not defined
   */
  public double broken(ToDoubleFunction<String> values) {
    boolean less = sign.startsWith("<");
    double low = (less ? left : right).value(values);
    double high = (less ? right : left).value(values);
    if (Double.isNaN(low) || Double.isNaN(high)) {
      return UNDEFINED;
    }
    boolean holds = sign.endsWith("=") ? low <= high : low < high;
    return holds ? 0 : Math.clamp(low - high, Double.MIN_NORMAL, UNDEFINED);
  }

  @Override
  public String toString() {
    return text(left) + " " + sign + " " + text(right);
  }

  private static String text(Side side) {
    String number = String.format(Locale.ROOT, "%s", side.factor);
    return side.name == null ? number : side.factor == 1 ? side.name : number + " * " + side.name;
  }
}
