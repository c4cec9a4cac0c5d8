package io.tradinggym.stocks;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Options;
import io.tradinggym.market.account.Carry;
import io.tradinggym.market.data.FractionalShares;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.feature.FeatureTables;
import io.tradinggym.market.process.Markets;
import io.tradinggym.trading.AccountBlock;
import io.tradinggym.trading.AccountInfo;
import io.tradinggym.trading.ActionScheme;
import io.tradinggym.trading.ClockBlock;
import io.tradinggym.trading.DailyCarry;
import io.tradinggym.trading.Delisting;
import io.tradinggym.trading.DeskRules;
import io.tradinggym.trading.DeskView;
import io.tradinggym.trading.Episodes;
import io.tradinggym.trading.FeaturesBlock;
import io.tradinggym.trading.InfoLayout;
import io.tradinggym.trading.LaneParts;
import io.tradinggym.trading.MarginCallAtClose;
import io.tradinggym.trading.MarginCallInsideBar;
import io.tradinggym.trading.MarketCursor;
import io.tradinggym.trading.ObservationBlock;
import io.tradinggym.trading.ObservationLayout;
import io.tradinggym.trading.OracleBlock;
import io.tradinggym.trading.PositionsBlock;
import io.tradinggym.trading.PositionsInfo;
import io.tradinggym.trading.ResultInfo;
import io.tradinggym.trading.RewardMemoryBlock;
import io.tradinggym.trading.TradingDesk;
import io.tradinggym.trading.TradingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the environments of shares have in common. A step, from the close of one bar to the close of the next:
 *
 * <pre>
 * observation at close t -> action -> target weights -> orders sized at close t -> carry
 *     -> filled at the open of t+1, with costs -> margin checked inside the bar -> marked at close t+1 -> and there
 *     -> shares that left paid out
 *     -> reward -> observation
 * </pre>
 *
 * @param id versioned name of the environment, {@code Stock-v1} or {@code Portfolio-v1}
 * @param options that were set; the others have their defaults
 * @param rules what trading costs and what the broker allows
 * @param market what is traded
 */
record StockTrading(String id, Options options, StockRules rules, Market market) {
  /** Steps to the end of a simulated market's data, where episodes have no length of their own. */
  private static final int DEFAULT_EPISODE = 252;

  /** Reads the options of an environment, which trades a named market unless one is chosen. */
  static StockTrading of(String id, Options given, String byDefault) {
    Market market =
        given.has(StockOptions.MARKET) ? given.get(StockOptions.MARKET) : Markets.named(byDefault);
    Options options =
        given.set(StockOptions.FEATURES, given.get(StockOptions.FEATURES).readyFor(market));
    Episodes episodes = episodes(options);
    int history = options.get(StockOptions.FEATURES).warmUp() + episodes.window() - 1;
    int steps = episodes.steps() == 0 ? DEFAULT_EPISODE : episodes.steps();
    return new StockTrading(
        id,
        options,
        StockRules.of(options),
        FractionalShares.of(market, options.get(StockOptions.FRACTIONS))
            .forEpisodes(history, 1 + steps));
  }

  private static Episodes episodes(Options options) {
    return new Episodes(
        options.get(StockOptions.WINDOW),
        options.get(StockOptions.EPISODE),
        options.get(StockOptions.RANDOM_START));
  }

  /** The maker of lanes whose actions mean this. */
  Supplier<EnvironmentLogic> lanes(Function<TradingDesk, ActionScheme> actions) {
    FeatureTables tables = new FeatureTables(options.get(StockOptions.FEATURES), market);
    Episodes episodes = episodes(options);
    DeskRules deskRules = rules.desk(market.assets());
    Carry carry = rules.carry();
    return TradingSpec.of(
            id, () -> desk(new MarketCursor(market, tables, episodes), deskRules, carry))
        .actions(actions)
        .observation(this::observation)
        .infos(
            lane ->
                InfoLayout.of(
                    new AccountInfo(lane), new ResultInfo(lane), new PositionsInfo(lane.desk())))
        .view((desk, scheme) -> DeskView.of(market, scheme, List.of(), List.of()))
        .reward(options.get(StockOptions.REWARD))
        .stepsPerYear(market.barsPerYear())
        .maxSteps(episodes.steps())
        .lanes();
  }

  private static TradingDesk desk(MarketCursor cursor, DeskRules rules, Carry carry) {
    return new TradingDesk(
        cursor,
        rules,
        desk ->
            List.of(
                new DailyCarry(desk, carry),
                new MarginCallInsideBar(desk),
                new MarginCallAtClose(desk),
                new Delisting(desk)));
  }

  private ObservationLayout observation(LaneParts<TradingDesk> lane) {
    TradingDesk desk = lane.desk();
    List<ObservationBlock> blocks = new ArrayList<>();
    blocks.add(new FeaturesBlock(desk.cursor()));
    if (options.get(StockOptions.LEAK_NEXT_RETURN)) {
      blocks.add(new OracleBlock(desk.cursor()));
    }
    blocks.add(new PositionsBlock(desk));
    blocks.add(new AccountBlock(desk));
    blocks.add(new ClockBlock(desk.cursor()));
    blocks.add(new RewardMemoryBlock(lane.reward()));
    return ObservationLayout.of(blocks);
  }
}
