package io.tradinggym.options.strategy;

import static io.tradinggym.options.pricing.OptionType.CALL;
import static io.tradinggym.options.pricing.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.options.pricing.BlackScholes;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ProfitProfileTest {
  private static final Offset<Double> CENT = within(1e-9);
  private static final double MONTH = 30 / 365.0;

  private final Strategies strategies =
      new Strategies(Premiums.blackScholes(100, 0.02, 0, 0.25), 100);

  @Test
  void ironCondorHasTheReferenceProfile() {
    Strategy condor =
        Strategy.named("iron condor")
            .leg(PUT, 90, MONTH, 1, 0.5)
            .leg(PUT, 95, MONTH, -1, 1.2)
            .leg(CALL, 105, MONTH, -1, 1.1)
            .leg(CALL, 112, MONTH, 1, 0.4)
            .build();
    assertThat(condor.cost()).isCloseTo(-140, CENT);
    ProfitProfile profile = ProfitProfile.atExpiry(condor);
    assertThat(profile.maxGain()).isCloseTo(140, CENT);
    assertThat(profile.maxLoss()).isCloseTo(560, CENT);
    assertThat(profile.profit(80)).isCloseTo(-360, CENT);
    assertThat(profile.profit(150)).isCloseTo(-560, CENT);
    assertThat(profile.breakEvens()).containsExactly(new double[] {93.6, 106.4}, CENT);
  }

  @Test
  void profitAtAnySpotIsTheSumOfTheLegs() {
    List<Strategy> all =
        List.of(
            strategies.buy(CALL, 105, MONTH),
            strategies.sell(PUT, 95, MONTH),
            strategies.bullCallSpread(95, 105, MONTH),
            strategies.bearCallSpread(95, 105, MONTH),
            strategies.bearPutSpread(95, 105, MONTH),
            strategies.bullPutSpread(95, 105, MONTH),
            strategies.straddle(100, MONTH, 1),
            strategies.strangle(95, 105, MONTH, -1),
            strategies.ironCondor(85, 90, 110, 120, MONTH),
            strategies.ironButterfly(90, 100, 110, MONTH),
            strategies.butterfly(PUT, 90, 100, 110, MONTH, -1),
            strategies.ratioSpread(CALL, 100, 110, 2, MONTH),
            strategies.jadeLizard(90, 105, 110, MONTH),
            strategies.coveredCall(105, MONTH),
            strategies.protectivePut(95, MONTH),
            strategies.collar(95, 105, MONTH),
            strategies.cashSecuredPut(95, MONTH));
    for (Strategy strategy : all) {
      ProfitProfile profile = ProfitProfile.atExpiry(strategy);
      for (double spot = 0; spot <= 250; spot += 3.7) {
        double s = spot;
        double legs =
            strategy.legs().stream().mapToDouble(leg -> leg.profitAtExpiry(s)).sum() * 100;
        double shares = strategy.shares() * (spot - 100);
        assertThat(profile.profit(spot)).as(strategy.name()).isCloseTo(legs + shares, within(1e-8));
        assertThat(profile.profit(spot))
            .as(strategy.name())
            .isLessThanOrEqualTo(profile.maxGain() + 1e-8);
        assertThat(profile.profit(spot))
            .as(strategy.name())
            .isGreaterThanOrEqualTo(-profile.maxLoss() - 1e-8);
      }
      for (double edge : profile.breakEvens()) {
        assertThat(profile.profit(edge)).as(strategy.name()).isCloseTo(0, within(1e-8));
      }
    }
  }

  @Test
  void unlimitedRiskIsInfinite() {
    assertThat(ProfitProfile.atExpiry(strategies.sell(CALL, 105, MONTH)).maxLoss()).isInfinite();
    assertThat(ProfitProfile.atExpiry(strategies.buy(CALL, 105, MONTH)).maxGain()).isInfinite();
    assertThat(ProfitProfile.atExpiry(strategies.ratioSpread(CALL, 100, 110, 2, MONTH)).maxLoss())
        .isInfinite();
    assertThat(ProfitProfile.atExpiry(strategies.coveredCall(105, MONTH)).maxLoss()).isFinite();
  }

  @Test
  void coveredCallBreaksEvenBelowTheSharePriceByThePremium() {
    Strategy covered = strategies.coveredCall(105, MONTH);
    double premium = covered.legs().getFirst().premium();
    ProfitProfile profile = ProfitProfile.atExpiry(covered);
    assertThat(profile.breakEvens()).containsExactly(new double[] {100 - premium}, CENT);
    assertThat(profile.maxGain()).isCloseTo(100 * (5 + premium), CENT);
  }

  @Test
  void calendarGainsMostAtItsStrikeAndLosesNoMoreThanItsDebit() {
    Strategy calendar = strategies.calendar(CALL, 100, MONTH, 3 * MONTH);
    ProfitProfile profile = ProfitProfile.atNearExpiry(calendar, 0.02, 0, 0.25);
    double later = BlackScholes.price(CALL, 100, 100, 2 * MONTH, 0.02, 0, 0.25);
    assertThat(profile.profit(100)).isCloseTo(100 * later - calendar.cost(), within(1e-6));
    assertThat(profile.maxGain()).isCloseTo(profile.profit(100), within(0.5));
    assertThat(profile.maxLoss()).isCloseTo(calendar.cost(), within(1e-6));
    assertThat(profile.breakEvens()).hasSize(2);
    assertThatThrownBy(() -> ProfitProfile.atExpiry(calendar)).hasMessageContaining("atNearExpiry");
  }

  @Test
  void greeksAddUp() {
    StrategyGreeks g = StrategyGreeks.of(strategies.straddle(100, MONTH, -1), 100, 0.02, 0, 0.25);
    double call = BlackScholes.price(CALL, 100, 100, MONTH, 0.02, 0, 0.25);
    double put = BlackScholes.price(PUT, 100, 100, MONTH, 0.02, 0, 0.25);
    assertThat(g.value()).isCloseTo(-100 * (call + put), CENT);
    assertThat(g.gamma()).isNegative();
    assertThat(g.theta()).isPositive();
    assertThat(StrategyGreeks.of(strategies.coveredCall(1e-6, MONTH), 100, 0.02, 0, 0.25).delta())
        .isCloseTo(0, CENT);
  }

  @Test
  void strikesOutOfOrderAreRefused() {
    assertThatThrownBy(() -> strategies.ironCondor(90, 85, 110, 120, MONTH))
        .hasMessage("must ascend: 90.0 before 85.0");
    assertThatThrownBy(() -> strategies.straddle(100, MONTH, 2))
        .hasMessageContaining("side must be 1");
  }
}
