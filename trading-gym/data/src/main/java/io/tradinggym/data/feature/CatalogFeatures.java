package io.tradinggym.data.feature;

import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.SeriesFile;
import io.tradinggym.data.series.Sources;
import io.tradinggym.market.feature.FeatureCall;
import io.tradinggym.market.feature.FeatureEntry;
import io.tradinggym.market.feature.FeatureProvider;
import io.tradinggym.market.feature.FeatureSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The catalog's features, its groups and any indicator of ta4j for environments, each standardised by the training
 * range.
 */
public final class CatalogFeatures implements FeatureProvider {
  private static final String TA4J = "ta4j";
  private static final KnownSeries NOTHING =
      KnownSeries.of(new long[0], new long[0], new double[0]);

  /** For {@link java.util.ServiceLoader}. */
  public CatalogFeatures() {}

  @Override
  public Optional<List<FeatureSource>> features(FeatureCall call, Map<String, Path> files) {
    boolean known =
        call.scheme().equals(TA4J)
            || (call.scheme().isEmpty() && Catalog.standard().knows(call.name()));
    return known
        ? Optional.of(BarFeature.observed(call.toString(), SeriesFile.sources(files)))
        : Optional.empty();
  }

  @Override
  public List<FeatureEntry> entries() {
    List<FeatureEntry> entries = new ArrayList<>();
    Catalog catalog = Catalog.standard();
    for (Formula formula : catalog.formulas()) {
      entries.add(
          new FeatureEntry(
              signature(formula),
              formula.formula(),
              warmUp(formula),
              formula.unit(),
              formula.source()));
    }
    for (String group : catalog.groups()) {
      List<NamedFeature> members = catalog.parse(group);
      entries.add(
          new FeatureEntry(
              group,
              members.size() + " features of the signal system, from " + members.getFirst(),
              members.stream()
                  .map(member -> warmUp(member.formula()))
                  .filter(OptionalInt::isPresent)
                  .mapToInt(OptionalInt::getAsInt)
                  .max(),
              "each its own",
              "signal system"));
    }
    entries.add(
        new FeatureEntry(
            "ta4j:NAME(...)",
            "any indicator of ta4j, by its class without Indicator: ta4j:Aroon(25)",
            OptionalInt.empty(),
            "its own",
            TA4J));
    return entries;
  }

  private static String signature(Formula formula) {
    return formula.parameters().isEmpty()
        ? formula.name()
        : formula.parameters().stream()
            .map(
                each ->
                    each.required()
                        ? each.name().toUpperCase(java.util.Locale.ROOT)
                        : each.name() + "=" + each.fallback())
            .collect(Collectors.joining(",", formula.name() + "(", ")"));
  }

  private static OptionalInt warmUp(Formula formula) {
    Sources any = Sources.NONE;
    for (String name : List.of("VIXCLS", "DGS10", "DGS2", "DFF", "T10YIE", "OTHER")) {
      any = any.with(name, NOTHING);
    }
    for (Formula.Parameter each : formula.parameters()) {
      any = each.fallback().isEmpty() ? any : any.with(each.fallback(), NOTHING);
    }
    // What must be given is another series; how long its values take to be known is not counted.
    List<String> arguments =
        formula.parameters().stream()
            .map(each -> each.required() ? "OTHER" : each.fallback())
            .toList();
    return OptionalInt.of(BarFeature.of(NamedFeature.of(formula, arguments), any).warmUp());
  }
}
