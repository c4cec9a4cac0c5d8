package io.tradinggym.signals.observe;

import io.tradinggym.data.feature.Catalog;
import io.tradinggym.data.feature.NamedFeature;
import io.tradinggym.data.series.SeriesFile;
import io.tradinggym.market.feature.FeatureCall;
import io.tradinggym.market.feature.FeatureEntry;
import io.tradinggym.market.feature.FeatureProvider;
import io.tradinggym.market.feature.FeatureSource;
import io.tradinggym.signals.model.LearnerProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Signals by name: {@code signal(xgb)}, {@code signal(lstm, horizon=5)}, {@code signal(xgb, features=(rsi(14),
 * ROC_10))}. The model is one of {@link LearnerProvider}'s.
 */
public final class SignalFeatures implements FeatureProvider {
  private static final String NAME = "signal";
  private static final int HORIZON = 3;
  private static final int FOLDS = 5;
  private static final int LONGEST = 60;

  /** For {@link java.util.ServiceLoader}. */
  public SignalFeatures() {}

  @Override
  public List<FeatureEntry> entries() {
    return LearnerProvider.all().stream()
        .map(
            each ->
                new FeatureEntry(
                    NAME + "(" + each.name() + ",horizon=3,folds=5,features=(...))",
                    "out-of-fold probability that the close is higher after the horizon, by "
                        + each.description(),
                    OptionalInt.of(0),
                    "deviations",
                    "fitted on the training range"))
        .toList();
  }

  @Override
  public Optional<List<FeatureSource>> features(FeatureCall call, Map<String, Path> files) {
    if (!call.scheme().isEmpty() || !call.name().equals(NAME)) {
      return Optional.empty();
    }
    if (call.arguments().isEmpty()) {
      throw new IllegalArgumentException("signal needs a model, such as signal(xgb)");
    }
    LearnerProvider provider = LearnerProvider.named(call.arguments().getFirst());
    int horizon = HORIZON;
    int folds = FOLDS;
    String inputs = provider.inputs();
    for (String argument : call.arguments().subList(1, call.arguments().size())) {
      int at = argument.indexOf('=');
      String value = argument.substring(at + 1).strip();
      switch (at < 0 ? "" : argument.substring(0, at).strip()) {
        case "horizon" -> horizon = whole("horizon", value, LONGEST);
        case "folds" -> folds = whole("folds", value, LONGEST);
        case "features" -> inputs = listed(value);
        default ->
            throw new IllegalArgumentException(
                "signal takes horizon=, folds= and features=(...), was given " + argument);
      }
    }
    List<NamedFeature> features = Catalog.standard().parse(inputs);
    return Optional.of(
        List.of(
            new SignalSource(
                call.toString(),
                provider.learner(horizon),
                features,
                SeriesFile.sources(files),
                horizon,
                folds)));
  }

  private static String listed(String value) {
    if (!value.startsWith("(") || !value.endsWith(")")) {
      throw new IllegalArgumentException(
          "features of signal must be a list in parentheses, was " + value);
    }
    return value.substring(1, value.length() - 1);
  }

  private static int whole(String name, String text, int most) {
    try {
      int value = Integer.parseInt(text);
      if (value >= 1 && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " of signal must be a number, was " + text, e);
    }
    throw new IllegalArgumentException(
        name + " of signal must be in 1 .. " + most + ", was " + text);
  }
}
