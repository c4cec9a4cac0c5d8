package io.tradinggym.market.feature;

import java.util.List;

/** One of each. */
final class AllFeatures {
  static final List<Feature> LIST =
      List.of(
          Features.logReturn(1),
          Features.logReturn(5),
          Features.rateOfChange(14),
          Features.realizedVolatility(20),
          Features.ewmaVolatility(0.94),
          Features.volumeRatio(20),
          Features.smaDistance(20),
          Features.emaDistance(20),
          Features.rsi(14),
          Features.macdHistogram(12, 26, 9),
          Features.bollinger(20),
          Features.atr(14),
          Features.adx(14),
          Features.stochastic(14, 3),
          Features.williams(14),
          Features.cci(20),
          Features.donchian(20),
          Features.obvSlope(20),
          Features.drawdown(60));
  static final FeatureSet SET = FeatureSet.of(LIST.toArray(Feature[]::new));

  private AllFeatures() {}
}
