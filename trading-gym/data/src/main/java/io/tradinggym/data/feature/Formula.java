package io.tradinggym.data.feature;

import java.util.List;

/**
 * What stands behind a feature's name.
 *
 * @param name as it is written, such as {@code rsi}
 * @param parameters names and defaults, {@code "n=14"}; one without a default must be given
 * @param formula in one line
 * @param unit of the numbers: {@code price}, {@code %}, {@code 0..100}, {@code flag}
 * @param source of the formula
 * @param builder makes the feature's column
 */
public record Formula(
    String name,
    List<Parameter> parameters,
    String formula,
    String unit,
    String source,
    Builder builder) {

  /**
   * A parameter; without a default it must be given.
   *
   * @param name as errors call it, such as {@code n}
   * @param fallback text that stands for it where it is left out
   */
  public record Parameter(String name, String fallback) {
    boolean required() {
      return fallback.isEmpty();
    }
  }

  /** Makes a feature's column in a graph. */
  @FunctionalInterface
  public interface Builder {
    /**
     * {@return the column of the last of the feature's formula}
     *
     * @param graph where columns live
     * @param arguments as they stand behind the feature's name
     */
    Column build(Graph graph, Arguments arguments);
  }

  /** With parameters as text: {@code "fast=12 slow=26 signal=9"}, or empty. */
  static Formula define(
      String name, String parameters, String formula, String unit, String source, Builder builder) {
    List<Parameter> list =
        parameters.isBlank()
            ? List.of()
            : java.util.Arrays.stream(parameters.split(" "))
                .map(
                    text -> {
                      int at = text.indexOf('=');
                      return at < 0
                          ? new Parameter(text, "")
                          : new Parameter(text.substring(0, at), text.substring(at + 1));
                    })
                .toList();
    return new Formula(name, list, formula, unit, source, builder);
  }
}
