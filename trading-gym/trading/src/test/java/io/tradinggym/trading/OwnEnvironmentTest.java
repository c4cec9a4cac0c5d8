package io.tradinggym.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.api.EndReason;
import io.tradinggym.api.Environment;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Gym;
import io.tradinggym.api.ObservationField;
import io.tradinggym.api.TradingView;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.market.account.CashOnly;
import io.tradinggym.market.cost.Commission;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.cost.Slippage;
import io.tradinggym.market.exchange.VenueRules;
import io.tradinggym.market.feature.FeatureSet;
import io.tradinggym.market.feature.FeatureTables;
import io.tradinggym.market.feature.Features;
import io.tradinggym.reward.Rewards;
import io.tradinggym.testkit.EnvironmentContract;
import io.tradinggym.testkit.TestMarket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An environment of one's own, described on the lane: two shares, weights, a levy at every close. */
class OwnEnvironmentTest {
  private static final int BARS = 60;
  private static final int WINDOW = 3;

  /** Notes when it happens, if anybody reads notes. */
  private record Note(String name, Phase phase, @Nullable List<String> notes)
      implements Settlement {
    @Override
    public void settle(int bar, RandomStream random) {
      if (notes != null) {
        notes.add(name + " " + bar);
      }
    }
  }

  @Test
  void aNegativeLimitIsRefusedWhereItIsSet() {
    TradingSpec.Builder<Desk> builder =
        TradingSpec.of(
            "Own-v1",
            () -> {
              throw new AssertionError("no lane is made");
            });
    assertThatThrownBy(() -> builder.maxSteps(-1))
        .hasMessage("maxSteps must be >= 0 (0 = no limit), was -1");
    assertThat(builder.maxSteps(0)).isSameAs(builder);
  }

  private static Supplier<EnvironmentLogic> lanes(@Nullable List<String> notes) {
    TestMarket market = TestMarket.noise(3, 2, BARS, 0.01, 0.3);
    FeatureTables tables = new FeatureTables(FeatureSet.of(Features.logReturn(1)), market);
    Costs free = new Costs(Commission.NONE, Slippage.NONE);
    DeskRules rules =
        new DeskRules(
            10_000,
            new CashOnly(),
            Collections.nCopies(2, free),
            0,
            VenueRules.ANY,
            DeskRules.NO_BAND,
            List.of(EndReason.RUIN));
    return TradingSpec.of(
            "Own-v1",
            () ->
                new TradingDesk(
                    new MarketCursor(market, tables, new Episodes(WINDOW, 20, true)),
                    rules,
                    desk ->
                        List.of(
                            new Note("close", Settlement.Phase.AT_CLOSE, notes),
                            new Note("levy", Settlement.Phase.AT_CLOSE, notes),
                            new Note("inside", Settlement.Phase.INSIDE_BAR, notes),
                            new Note("night", Settlement.Phase.BEFORE_OPEN, notes))))
        .actions(desk -> new WeightScheme(desk, Projection.CLIP_NORMALISE, 1, false))
        .observation(
            lane ->
                ObservationLayout.of(
                    new FeaturesBlock(lane.desk().cursor()),
                    new PositionsBlock(lane.desk()),
                    new AccountBlock(lane.desk()),
                    new ClockBlock(lane.desk().cursor()),
                    new RewardMemoryBlock(lane.reward())))
        .infos(lane -> InfoLayout.of(new AccountInfo(lane), new PositionsInfo(lane.desk())))
        .view((desk, actions) -> DeskView.of(market, actions, List.of(), List.of("It is a test.")))
        .reward(Rewards.logReturn())
        .stepsPerYear(252)
        .maxSteps(20)
        .lanes();
  }

  @Nested
  class Contract extends EnvironmentContract {
    private final Supplier<EnvironmentLogic> lanes = lanes(null);

    @Override
    protected EnvironmentLogic environment() {
      return lanes.get();
    }
  }

  @Test
  void eventsHappenByPhaseAndThenInTheOrderOfTheMarket() {
    List<String> notes = new ArrayList<>();
    try (Environment env = Gym.of(lanes(notes))) {
      env.reset(1);
      env.step(new float[] {0, 0});
    }
    String bar = notes.getFirst().substring("night".length());
    assertThat(notes).containsExactly("night" + bar, "inside" + bar, "close" + bar, "levy" + bar);
  }

  @Test
  void everyNumberOfTheObservationHasANameOfItsOwn() {
    EnvironmentSpec spec = lanes(null).get().spec();
    assertThat(spec.observationFields())
        .extracting(ObservationField::name)
        .doesNotHaveDuplicates()
        .hasSize(spec.observation().size())
        .startsWith("return1[TEST0, -2]", "return1[TEST1, -2]", "return1[TEST0, -1]")
        .endsWith("traded[TEST1]", "cash", "gross", "distance", "time_left");
  }

  @Test
  void lanesShareOneSpecification() {
    Supplier<EnvironmentLogic> lanes = lanes(null);
    assertThat(lanes.get().spec()).isSameAs(lanes.get().spec());
  }

  @Test
  void itSaysWhatItTrades() {
    TradingView view = Objects.requireNonNull(lanes(null).get().spec().trading());
    assertThat(view.instruments()).containsExactly("TEST0", "TEST1");
    assertThat(view.currency()).isEqualTo("USD");
    assertThat(view.periodsPerYear()).isEqualTo(252);
    assertThat(view.simulated()).isTrue();
    assertThat(view.fields().prices()).containsExactly(TradingInfo.price(0), TradingInfo.price(1));
    assertThat(view.assumptions()).contains("It is a test.");
  }

  @Test
  void aRuleForWeightsPlaysIt() {
    try (Environment env = Gym.of(lanes(null))) {
      env.reset(5);
      float[] action = new float[2];
      TradingView view = Objects.requireNonNull(env.spec().trading());
      Objects.requireNonNull(view.weights()).ask(new double[] {0.25, 0.5}, action);
      assertThat(action).containsExactly(0.25f, 0.5f);
      env.step(action);
      double[] held = {
        env.last().info(TradingInfo.weight(0)), env.last().info(TradingInfo.weight(1))
      };
      double units = env.last().info(TradingInfo.position(0));
      Objects.requireNonNull(view.weights()).keep(held, action);
      env.step(action);
      assertThat(env.last().info(TradingInfo.position(0))).isEqualTo(units);
    }
  }

  @Test
  void aMissingPartIsNamed() {
    TestMarket market = TestMarket.constant(1, BARS);
    FeatureTables tables = new FeatureTables(FeatureSet.of(Features.logReturn(1)), market);
    MarketCursor cursor = new MarketCursor(market, tables, new Episodes(1, 0, false));
    Costs free = new Costs(Commission.NONE, Slippage.NONE);
    DeskRules rules =
        new DeskRules(
            1, new CashOnly(), List.of(free), 0, VenueRules.ANY, DeskRules.NO_BAND, List.of());
    Supplier<EnvironmentLogic> lanes =
        TradingSpec.of("Own-v1", () -> new TradingDesk(cursor, rules, d -> List.of())).lanes();
    assertThatThrownBy(lanes::get).hasMessageContaining("reward of Own-v1 is not set");
  }
}
