package io.tradinggym.data.feature;

import java.util.List;

/** Indicators of ta4j by the name of their class, without {@code Indicator}. */
final class Ta4jFeatures {
  private Ta4jFeatures() {}

  static NamedFeature feature(String name, List<String> arguments) {
    String text = arguments.isEmpty() ? name : name + "(" + String.join(",", arguments) + ")";
    Formula formula =
        Formula.define(
            "ta4j:" + text,
            "",
            "ta4j's " + name,
            "its own",
            "ta4j",
            (g, a) -> {
              try {
                return Ta4jColumn.of(g, text);
              } catch (NoClassDefFoundError e) {
                throw new IllegalArgumentException(
                    "feature ta4j:" + text + " needs org.ta4j:ta4j-core on the class path", e);
              }
            });
    return NamedFeature.of(formula, List.of());
  }
}
