package io.tradinggym.market.feature;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The features of this package by the names that they have, and those of all providers on the class path. */
final class NamedFeatures implements FeatureProvider {
  private static final String SOURCE = "source";
  private static final String TEXTBOOK = "scaled to about [-1, 1]";

  private record Own(FeatureEntry entry, Pattern name, Function<Matcher, Feature> maker) {}

  private static final List<Own> OWN =
      List.of(
          bars("return", "100 ln(close / close[n]) / sqrt(n)", "%", 5, Features::logReturn),
          bars("roc", "100 (close / close[n] - 1) / sqrt(n)", "%", 5, Features::rateOfChange),
          bars("volatility", "root mean square return of n", "%", 20, Features::realizedVolatility),
          own(
              "ewma",
              "0.94",
              "([0-9.]+)",
              "exponentially weighted volatility",
              "%",
              m -> Features.ewmaVolatility(Double.parseDouble(m.group(1)))),
          bars("volume", "(v - m) / (v + m), m the mean of n", "-1..1", 20, Features::volumeRatio),
          bars("sma", "100 (close / mean - 1) / sqrt(n / 3)", "%", 20, Features::smaDistance),
          bars("ema", "the same of the exponential mean", "%", 20, Features::emaDistance),
          bars("rsi", "rsi / 50 - 1", "-1..1", 14, Features::rsi),
          own(
              "macd",
              "12-26-9",
              "(\\d+)-(\\d+)-(\\d+)",
              "MACD histogram of the close",
              "%",
              m -> Features.macdHistogram(number(m, 1), number(m, 2), number(m, 3))),
          bars("bollinger", "2 %B - 1", "ratio", 20, Features::bollinger),
          bars("atr", "average true range of the close", "%", 14, Features::atr),
          bars("adx", "directional index / 100", "0..1", 14, Features::adx),
          own(
              "stochastic",
              "14-3",
              "(\\d+)-(\\d+)",
              "%K / 50 - 1",
              "-1..1",
              m -> Features.stochastic(number(m, 1), number(m, 2))),
          bars("williams", "%R / 50 + 1", "-1..1", 14, Features::williams),
          bars("cci", "commodity channel index / 100", "ratio", 20, Features::cci),
          bars("donchian", "place of the close in the range of n", "ratio", 20, Features::donchian),
          bars("obv", "change of on-balance volume / volume of n", "-1..1", 20, Features::obvSlope),
          bars("drawdown", "10 (close / highest of n - 1)", "ratio", 60, Features::drawdown));

  private static int number(Matcher name, int group) {
    return Integer.parseInt(name.group(group));
  }

  private static Own bars(
      String name, String formula, String unit, int n, Function<Integer, Feature> maker) {
    return own(
        name, Integer.toString(n), "(\\d{1,5})", formula, unit, m -> maker.apply(number(m, 1)));
  }

  private static Own own(
      String name,
      String example,
      String parameters,
      String formula,
      String unit,
      Function<Matcher, Feature> maker) {
    Pattern pattern = Pattern.compile(name + parameters);
    Matcher shown = pattern.matcher(name + example);
    if (!shown.matches()) {
      throw new IllegalStateException(name + example + " must match " + pattern);
    }
    int warmUp = maker.apply(shown).warmUp();
    return new Own(
        new FeatureEntry(name + example, formula, OptionalInt.of(warmUp), unit, TEXTBOOK),
        pattern,
        maker);
  }

  /** These and those of every JAR. */
  static List<FeatureProvider> all() {
    List<FeatureProvider> all = new ArrayList<>(List.of(new NamedFeatures()));
    ServiceLoader.load(FeatureProvider.class).forEach(all::add);
    return all;
  }

  static List<FeatureSource> parse(String text) {
    List<FeatureCall> calls = FeatureCall.parse(text);
    Map<String, Path> files = new LinkedHashMap<>();
    for (FeatureCall call : calls) {
      if (isSource(call)) {
        if (call.arguments().size() != 2) {
          throw new IllegalArgumentException("a source is written source(NAME,FILE), was " + call);
        }
        files.put(call.arguments().getFirst(), Path.of(call.arguments().getLast()));
      }
    }
    List<FeatureProvider> providers = all();
    List<FeatureSource> features = new ArrayList<>();
    for (FeatureCall call : calls) {
      if (!isSource(call)) {
        features.addAll(find(call, files, providers));
      }
    }
    return features;
  }

  private static boolean isSource(FeatureCall call) {
    return call.scheme().isEmpty() && call.name().equals(SOURCE);
  }

  private static List<FeatureSource> find(
      FeatureCall call, Map<String, Path> files, List<FeatureProvider> providers) {
    for (FeatureProvider provider : providers) {
      Optional<List<FeatureSource>> found = provider.features(call, files);
      if (found.isPresent()) {
        return found.get();
      }
    }
    List<String> known =
        providers.stream()
            .flatMap(provider -> provider.entries().stream())
            .map(entry -> entry.name().replaceFirst("\\(.*", ""))
            .toList();
    throw new IllegalArgumentException(
        "no feature \""
            + call.name()
            + "\""
            + near(call.name(), known)
            + "; experiments/run list features names all "
            + known.size());
  }

  private static String near(String name, List<String> known) {
    String hint = io.tradinggym.api.Nearest.hint(name, known);
    return hint.isEmpty()
        ? known.stream()
            .filter(each -> each.startsWith(name) || name.startsWith(each))
            .findFirst()
            .map(each -> ", did you mean \"" + each + "\"?")
            .orElse("")
        : hint;
  }

  @Override
  public List<FeatureEntry> entries() {
    return OWN.stream().map(Own::entry).toList();
  }

  @Override
  public Optional<List<FeatureSource>> features(FeatureCall call, Map<String, Path> files) {
    if (!call.scheme().isEmpty() || !call.arguments().isEmpty()) {
      return Optional.empty();
    }
    for (Own own : OWN) {
      Matcher name = own.name.matcher(call.name());
      if (name.matches()) {
        return Optional.of(List.of(own.maker.apply(name)));
      }
    }
    return Optional.empty();
  }
}
