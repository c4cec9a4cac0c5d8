package io.tradinggym.experiments.evaluation;

import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.TargetWeights;
import io.tradinggym.api.TradingView;
import java.util.List;
import java.util.Objects;

/** How a control says which weights it wants, by what an environment says of itself. */
final class Weights {
  private final TargetWeights actions;
  private final int[] weight;
  private final int[] price;
  private final double[] held;

  Weights(EnvironmentSpec spec) {
    if (!spoken(spec)) {
      throw new IllegalArgumentException(spec.id() + " does not take weights");
    }
    TradingView view = Objects.requireNonNull(spec.trading());
    actions = Objects.requireNonNull(view.weights());
    weight = positions(spec, view.fields().weights());
    price = positions(spec, view.fields().prices());
    held = new double[weight.length];
  }

  private static int[] positions(EnvironmentSpec spec, List<InfoField> fields) {
    return fields.stream().mapToInt(spec::indexOf).toArray();
  }

  /** Whether an environment trades, takes weights, and reports weights and prices. */
  static boolean spoken(EnvironmentSpec spec) {
    TradingView view = spec.trading();
    return view != null
        && view.weights() != null
        && !view.fields().weights().isEmpty()
        && !view.fields().prices().isEmpty();
  }

  int assets() {
    return weight.length;
  }

  /** The price of an asset as reported now. */
  double price(double[] infos, int asset) {
    return infos[price[asset]];
  }

  /** The lowest weight that can be asked for. */
  double lowest() {
    return actions.lowest();
  }

  /** The highest weight that can be asked for. */
  double highest() {
    return actions.highest();
  }

  /** Asks for weights, shares of equity; no more than can be asked for. */
  void want(double[] weights, float[] action) {
    actions.ask(weights, action);
  }

  /** Asks for what is held already. */
  void keep(double[] infos, float[] action) {
    for (int asset = 0; asset < held.length; asset++) {
      held[asset] = infos[weight[asset]];
    }
    actions.keep(held, action);
  }
}
