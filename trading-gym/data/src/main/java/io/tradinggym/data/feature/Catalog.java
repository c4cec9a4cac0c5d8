package io.tradinggym.data.feature;

import io.tradinggym.market.feature.FeatureCall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Features by name. {@code s0} stands for the whole list of the signal system. */
public final class Catalog {
  private static final Catalog STANDARD = standardCatalog();

  private final Map<String, Formula> formulas;
  private final Map<String, List<String>> groups;

  private Catalog(Map<String, Formula> formulas, Map<String, List<String>> groups) {
    this.formulas = formulas;
    this.groups = groups;
  }

  /** {@return the features that this library knows} */
  public static Catalog standard() {
    return STANDARD;
  }

  private static Catalog standardCatalog() {
    Map<String, Formula> all = new LinkedHashMap<>();
    Stream.of(
            SignalSystemFeatures.all(),
            TrendFeatures.all(),
            MomentumFeatures.all(),
            VolatilityFeatures.all(),
            VolumeFeatures.all(),
            PriceFeatures.all(),
            MicrostructureFeatures.all(),
            AcrossFeatures.all(),
            OutsideFeatures.all(),
            CalendarFeatures.all())
        .flatMap(List::stream)
        .forEach(
            formula -> {
              if (all.put(formula.name(), formula) != null) {
                throw new IllegalStateException("there are two features " + formula.name());
              }
            });
    return new Catalog(
        all,
        Map.of(
            "s0", SignalSystemFeatures.prices().stream().map(Formula::name).toList(),
            "s0macro", SignalSystemFeatures.macro().stream().map(Formula::name).toList()));
  }

  /** {@return all formulas, in groups of what they measure} */
  public Collection<Formula> formulas() {
    return formulas.values();
  }

  /** {@return the names that stand for several features, such as {@code s0}} */
  public Set<String> groups() {
    return groups.keySet();
  }

  /** {@return the features that look at sources of a name of their own, such as {@code fundingRate}, with defaults} */
  public List<NamedFeature> outside() {
    return formulas.values().stream()
        .filter(formula -> formula.parameters().stream().noneMatch(Formula.Parameter::required))
        .map(formula -> NamedFeature.of(formula, List.of()))
        .filter(feature -> !feature.sources().isEmpty())
        .toList();
  }

  /**
   * {@return whether a name is that of a formula or of a group}
   *
   * @param name without arguments, such as {@code rsi}
   */
  public boolean knows(String name) {
    return formulas.containsKey(name) || groups.containsKey(name);
  }

  /**
   * {@return the features of a text such as {@code s0, rsi(14), yangZhang(20), ta4j:Aroon(25)}, in its order}
   *
   * @param text names with commas between, arguments in parentheses
   * @throws IllegalArgumentException if the text cannot be read, a name is not known, an argument is wrong or a feature
   *     is there twice
   */
  public List<NamedFeature> parse(String text) {
    List<NamedFeature> features = new ArrayList<>();
    for (FeatureCall call : FeatureCall.parse(text)) {
      if (call.scheme().equals("ta4j")) {
        features.add(Ta4jFeatures.feature(call.name(), call.arguments()));
      } else if (!call.scheme().isEmpty()) {
        throw new IllegalArgumentException(
            "no kind of feature \"" + call.scheme() + ":\"; there is \"ta4j:\"");
      } else if (groups.containsKey(call.name())) {
        groups.get(call.name()).forEach(name -> features.add(feature(name, List.of())));
      } else {
        features.add(feature(call.name(), call.arguments()));
      }
    }
    Set<String> names = new HashSet<>();
    for (NamedFeature feature : features) {
      if (!names.add(feature.name())) {
        throw new IllegalArgumentException("feature \"" + feature.name() + "\" is there twice");
      }
    }
    return List.copyOf(features);
  }

  private NamedFeature feature(String name, List<String> arguments) {
    Formula formula = formulas.get(name);
    if (formula == null) {
      throw new IllegalArgumentException(
          "no feature \"" + name + "\"" + near(name) + "; groups: " + groups.keySet());
    }
    return NamedFeature.of(formula, arguments);
  }

  private String near(String name) {
    return Stream.<Predicate<String>>of(
            name::equalsIgnoreCase, known -> known.startsWith(name) || name.startsWith(known))
        .flatMap(like -> formulas.keySet().stream().filter(like))
        .findFirst()
        .map(known -> ", did you mean \"" + known + "\"?")
        .orElse("; known: " + formulas.keySet());
  }
}
