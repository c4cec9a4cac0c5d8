package io.tradinggym.experiments.evaluation;

import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.util.List;

/**
 * How a control says which weights it wants, read from what an environment reports and takes: one number per asset (the
 * weight), or a choice (sell, hold, buy; or evenly spaced levels from 0 to 1). Where an environment reports the {@code
 * lowest} and {@code highest} weight that can be asked for, levels run between them, and numbers are parts of the
 * highest.
 */
final class Weights {
  /** Makes up for what a weight loses as a float, so that a held position is not sold by a lot. */
  private static final double NUDGE = 1 + 1e-6;

  private static final int NONE = -1;
  private static final int SELL = 0;
  private static final int HOLD = 1;
  private static final int BUY = 2;

  private final EnvironmentSpec spec;
  private final int assets;
  private final int firstWeight;
  private final int firstPrice;
  private final int stride;
  private final int lowest;
  private final int highest;

  Weights(EnvironmentSpec spec) {
    if (!spoken(spec)) {
      throw new IllegalArgumentException(spec.id() + " does not take weights");
    }
    this.spec = spec;
    assets = assets(spec.infoFields());
    firstWeight = at("weight_0");
    firstPrice = at("price_0");
    stride = assets > 1 ? at("weight_1") - firstWeight : 1;
    boolean ranged = spec.infoFields().stream().anyMatch(field -> field.name().equals("lowest"));
    lowest = ranged ? at("lowest") : NONE;
    highest = ranged ? at("highest") : NONE;
  }

  private int at(String name) {
    List<InfoField> fields = spec.infoFields();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(spec.id() + " does not report " + name);
  }

  /** How many assets weights are reported of. */
  static int assets(List<InfoField> fields) {
    return (int) fields.stream().filter(field -> field.name().matches("weight_\\d+")).count();
  }

  /** Whether an environment trades, and takes weights in a way that is known here. */
  static boolean spoken(EnvironmentSpec spec) {
    int assets = assets(spec.infoFields());
    return switch (spec.action()) {
      case Box box -> assets > 0 && box.size() == assets;
      case Discrete choices -> assets == 1;
      default -> false;
    };
  }

  int assets() {
    return assets;
  }

  /** The price of an asset as reported now. */
  double price(double[] infos, int asset) {
    return infos[firstPrice + asset * stride];
  }

  /** The lowest weight that can be asked for. */
  double lowest(double[] infos) {
    return lowest == NONE ? 0 : infos[lowest];
  }

  /** The highest weight that can be asked for. */
  double highest(double[] infos) {
    return highest == NONE ? 1 : infos[highest];
  }

  /** Asks for weights, shares of equity; no more than can be asked for. */
  void want(double[] weights, double[] infos, float[] action) {
    if (spec.action() instanceof Discrete discrete) {
      boolean trades = isSellHoldBuy(discrete);
      action[0] = trades ? (weights[0] > 0.5 ? BUY : SELL) : level(weights[0], infos, discrete);
      return;
    }
    for (int asset = 0; asset < assets; asset++) {
      action[asset] = (float) (weights[asset] / highest(infos));
    }
  }

  /** The level nearest to a weight. */
  private float level(double weight, double[] infos, Discrete discrete) {
    double low = lowest(infos);
    double high = highest(infos);
    double part = Math.clamp((weight - low) / (high - low), 0, 1);
    return Math.round(part * (discrete.n() - 1));
  }

  /** Asks for what is held already. */
  void keep(double[] infos, boolean[] mask, float[] action) {
    if (spec.action() instanceof Discrete discrete) {
      action[0] = isSellHoldBuy(discrete) ? HOLD : level(infos[firstWeight], infos, discrete);
      return;
    }
    for (int asset = 0; asset < assets; asset++) {
      action[asset] = (float) (infos[firstWeight + asset * stride] / highest(infos) * NUDGE);
    }
  }

  /** Only sell, hold, buy is masked: a level can always be asked for. */
  private boolean isSellHoldBuy(Discrete discrete) {
    return discrete.n() == 3 && spec.masked() && lowest == NONE;
  }
}
