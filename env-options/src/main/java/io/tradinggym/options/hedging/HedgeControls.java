package io.tradinggym.options.hedging;

import io.tradinggym.api.TradingControl;
import java.util.List;

/**
 * Rules that hedgers are compared with, written in the environment's own actions. They read what agents read: shares
 * held, delta and half-width of the band.
 */
final class HedgeControls {
  private static final int SHARES = 2;
  private static final int DELTA = 3;
  private static final int WIDTH = 5;

  private static final List<TradingControl> OF_TARGETS =
      List.of(
          TradingControl.always("no-hedge", "Holds nothing: the bare risk of the option", -1),
          new TradingControl(
              "delta-hedge",
              "Holds Black-Scholes delta at every time, whatever that costs",
              () ->
                  (step, observation, mask, infos, action) ->
                      action[0] = target(observation[DELTA])),
          new TradingControl(
              "band-hedge",
              "Stays inside the band of Whalley and Wilmott around delta and trades to its nearer"
                  + " edge",
              () ->
                  (step, observation, mask, infos, action) ->
                      action[0] =
                          target(
                              Math.clamp(
                                  observation[SHARES],
                                  observation[DELTA] - observation[WIDTH],
                                  observation[DELTA] + observation[WIDTH]))));

  private static final List<TradingControl> OF_BANDS =
      List.of(
          edges(
              "delta-hedge",
              "Stays as near to delta as the actions reach, a quarter of the band of Whalley and"
                  + " Wilmott, whatever that costs",
              -1),
          edges(
              "band-hedge",
              "Stays inside the band of Whalley and Wilmott and trades to its nearer edge",
              0));

  private static final List<TradingControl> OF_STEADY_BANDS =
      List.of(
          edges(
              "delta-hedge",
              "Stays as near to delta as the actions reach, a quarter of the steady band, whatever"
                  + " that costs",
              -1),
          edges(
              "steady-band-hedge",
              "Stays inside the band that Whalley and Wilmott's would be at the money with all time"
                  + " left, and trades to its nearer edge",
              0));

  private HedgeControls() {}

  /** The controls of a kind of actions. */
  static List<TradingControl> of(HedgeAction mode) {
    return switch (mode) {
      case TARGET -> OF_TARGETS;
      case BAND -> OF_BANDS;
      case STEADY_BAND -> OF_STEADY_BANDS;
    };
  }

  /** From no share at -1 to a share per option at 1. */
  private static float target(float shares) {
    return 2 * shares - 1;
  }

  private static TradingControl edges(String name, String meaning, float edge) {
    return new TradingControl(
        name,
        meaning,
        () ->
            (step, observation, mask, infos, action) -> {
              action[0] = edge;
              action[1] = edge;
            });
  }
}
