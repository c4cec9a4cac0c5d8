package io.tradinggym.stocks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.Batch;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.wrapper.LogicWrapper;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.process.Markets;
import io.tradinggym.reward.Rewards;
import io.tradinggym.testkit.EnvironmentContract;
import io.tradinggym.testkit.Recorded;
import io.tradinggym.trading.TradingDesk;
import io.tradinggym.trading.trace.Traced;
import io.tradinggym.trading.trace.TradeTrace;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The stock environments on history, whose many lanes share what they are made of. */
class ReplayContractTest {
  private static final Market ONE = Recorded.of(Markets.named("gbm").forEpisodes(0, 400), 1);
  private static final Market THREE = Recorded.of(Markets.named("gbm:3").forEpisodes(0, 400), 2);

  private static EnvironmentLogic make(String id, Market market, Options options) {
    return Registry.global()
        .maker(id, options.set(StockOptions.MARKET, market).set(StockOptions.EPISODE, 30))
        .get();
  }

  @Test
  void manyLanesOnHistoryShareOneLogic() {
    assertThat(make(StockEnvironment.ID, ONE, Options.NONE).laneState()).isPresent();
    assertThat(make(PortfolioEnvironment.ID, THREE, Options.NONE).laneState()).isPresent();
  }

  /** Looked into on the way, a lane that was one of many tells what it would have told alone. */
  @Test
  void aTraceThatBeginsMidwayIsThatOfALaneAlone() {
    Supplier<EnvironmentLogic> maker = () -> make(PortfolioEnvironment.ID, THREE, Options.NONE);
    int lanes = LaneState.SHARED_FROM + 1;
    int[] looked = {0, 7, lanes - 1};
    try (VectorEnvironment many = Gym.vector(maker).lanes(lanes).make()) {
      Batch batch = many.newBatch();
      many.reset(4, batch);
      RandomStream random = RandomStreams.of(6).stream("actions");
      float[][] actions = new float[50][lanes * many.actionSpace().size()];
      for (float[] action : actions) {
        for (int i = 0; i < action.length; i++) {
          action[i] = (float) random.uniform();
        }
      }
      try (VectorEnvironment alone = Gym.vector(() -> new Alone(maker.get())).lanes(lanes).make()) {
        Batch ofAlone = alone.newBatch();
        alone.reset(4, ofAlone);
        for (int step = 0; step < actions.length; step++) {
          for (int lane : looked) {
            if (step == 20) {
              trace(many, lane).listen(true);
              trace(alone, lane).listen(true);
            }
          }
          many.step(actions[step], batch);
          alone.step(actions[step], ofAlone);
          for (int lane : looked) {
            assertThat(told(many, lane)).isEqualTo(told(alone, lane));
          }
        }
      }
      assertThat(trace(many, 7).fills().size()).isPositive();
    }
  }

  private static TradeTrace trace(VectorEnvironment env, int lane) {
    return env.find(lane, Traced.class).orElseThrow().traces().getFirst();
  }

  private static String told(VectorEnvironment env, int lane) {
    TradeTrace trace = trace(env, lane);
    TradingDesk desk = env.find(lane, TradingDesk.class).orElseThrow();
    StringBuilder told = new StringBuilder();
    for (int row = 0; row < trace.fills().size(); row++) {
      told.append(
          List.of(
              trace.fills().time(row),
              trace.fills().asset(row),
              trace.fills().lots(row),
              trace.fills().ticks(row),
              trace.fills().commission(row)));
    }
    for (int row = 0; row < trace.marks().size(); row++) {
      told.append(List.of(trace.marks().time(row), trace.marks().equity(row)));
    }
    for (int row = 0; row < trace.decisions().size(); row++) {
      told.append(List.of(trace.decisions().time(row), trace.decisions().observation(row)));
    }
    for (int asset = 0; asset < desk.assets(); asset++) {
      told.append(List.of(desk.asked(asset), desk.weight(asset), desk.listed(asset)));
    }
    return told
        + " "
        + List.of(
            desk.realised(),
            desk.refused(),
            desk.account().stepFees(),
            desk.account().stepTraded(),
            desk.account().time());
  }

  /** A law that serves one lane. */
  private static final class Alone extends LogicWrapper {
    Alone(EnvironmentLogic inner) {
      super(inner, inner.spec());
    }
  }

  @Nested
  class Levels extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make(StockEnvironment.ID, ONE, Options.NONE);
    }
  }

  @Nested
  class SellHoldBuyWithMuchLeverage extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make(
          StockEnvironment.ID,
          ONE,
          Options.NONE
              .set(StockOptions.ACTIONS, ActionMode.TRADE)
              .set(StockOptions.LEVERAGE, 10.0)
              .set(StockOptions.MAINTENANCE, 0.09)
              .set(StockOptions.SHORTS, true)
              .set(StockOptions.LEAK_NEXT_RETURN, true)
              .set(StockOptions.REWARD, Rewards.parse("differentialSharpe")));
    }
  }

  @Nested
  class PortfolioOfWeights extends EnvironmentContract {
    @Override
    protected EnvironmentLogic environment() {
      return make(
          PortfolioEnvironment.ID,
          THREE,
          Options.NONE
              .set(StockOptions.LEVERAGE, 2.0)
              .set(StockOptions.SHORTS, true)
              .set(StockOptions.WINDOW, 3)
              .set(StockOptions.REWARD, Rewards.parse("logReturn - 0.1 drawdown")));
    }
  }
}
