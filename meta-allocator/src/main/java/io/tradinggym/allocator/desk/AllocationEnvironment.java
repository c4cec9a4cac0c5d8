package io.tradinggym.allocator.desk;

import io.tradinggym.allocator.regime.Regimes;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentProvider;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import io.tradinggym.api.TradingControl;
import io.tradinggym.market.account.Carry;
import io.tradinggym.market.account.CashOnly;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.account.MarginModel;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.cost.Percent;
import io.tradinggym.market.cost.Slippage;
import io.tradinggym.market.data.FractionalShares;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.exchange.VenueRules;
import io.tradinggym.market.feature.FeatureSet;
import io.tradinggym.market.feature.FeatureTables;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.SpotPair;
import io.tradinggym.market.process.Markets;
import io.tradinggym.trading.AccountBlock;
import io.tradinggym.trading.AccountInfo;
import io.tradinggym.trading.ClockBlock;
import io.tradinggym.trading.DailyCarry;
import io.tradinggym.trading.Delisting;
import io.tradinggym.trading.DeskRules;
import io.tradinggym.trading.DeskView;
import io.tradinggym.trading.Episodes;
import io.tradinggym.trading.InfoLayout;
import io.tradinggym.trading.MarginCallAtClose;
import io.tradinggym.trading.MarginCallInsideBar;
import io.tradinggym.trading.MarketCursor;
import io.tradinggym.trading.ObservationLayout;
import io.tradinggym.trading.PositionsInfo;
import io.tradinggym.trading.ResultInfo;
import io.tradinggym.trading.RewardMemoryBlock;
import io.tradinggym.trading.Settlement;
import io.tradinggym.trading.TradingDesk;
import io.tradinggym.trading.TradingSpec;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * Allocation-v1: capital among specialists in sleeves of one account.
 *
 * <pre>
 * | index         | observation                                                    | unit       | min | max |
 * | 0 .. K-1      | chance of regime k at this bar                                 | chance     | -10 | 10  |
 * | K + 4i        | last return of specialist i's own book                         | deviations | -10 | 10  |
 * | K + 4i + 1    | exponential mean of its returns, times the root of 33          | deviations | -10 | 10  |
 * | K + 4i + 2    | loss of its book from its peak                                 | 1          | -10 | 10  |
 * | K + 4i + 3    | worth of its sleeve                                            | of equity  | -10 | 10  |
 * | K + 4S        | cash                                                           | of equity  | -10 | 10  |
 * | K + 4S + 1    | gross exposure                                                 | of equity  | -10 | 10  |
 * | K + 4S + 2    | distance to liquidation, 1 = nothing at risk                   | of equity  | -10 | 10  |
 * | K + 4S + 3    | time left in the episode                                       | part       | -10 | 10  |
 * | K + 4S + 4 .. | memory of the reward, if it has any                            |            | -10 | 10  |
 * </pre>
 *
 * <p>Actions: for each specialist the share of equity that it gets, in [0, 1]; above {@code capital} (1) together they
 * are scaled down, what is left is cash. {@link AllocationLimits} stand between. Then every sleeve holds what its
 * specialist wants of its capital, orders are netted and filled at the next open. Reward, start and end as in
 * Portfolio-v1.
 *
 * <p>Assumes that all instruments are shares or coins in one currency.
 */
public final class AllocationEnvironment implements EnvironmentProvider {
  /** Its id. */
  public static final String ID = "Allocation-v1";

  private static final double BASIS_POINTS = 10_000;
  private static final double MILLIONTHS = 1e6;
  private static final double MAINTENANCE = 0.25;
  private static final int DEFAULT_EPISODE = 252;

  private static final String PAPER =
      "Specialists trade paper books of their own beside, which fill at any size.";

  private static final TradingControl IDLE =
      new TradingControl(
          TradingControl.NO_TRADE,
          "gives nobody any capital",
          () -> (step, observation, mask, infos, action) -> Arrays.fill(action, 0));

  /** For {@link java.util.ServiceLoader}. */
  public AllocationEnvironment() {}

  @Override
  public List<Registration> environments() {
    return List.of(
        new Registration(
            ID,
            "Capital among specialists in sleeves of one account: how much for each?",
            AllocationOptions.ALL,
            AllocationEnvironment::prepare));
  }

  private static Supplier<EnvironmentLogic> prepare(Options options) {
    return new Prepared(options).lanes();
  }

  /** What all lanes share. */
  private static final class Prepared {
    private final Options options;
    private final Market market;
    private final Specialists specialists;
    private final Regimes regimes;
    private final AllocationLimits limits;
    private final Costs costs;

    Prepared(Options options) {
      this.options = options;
      Market chosen =
          options.has(AllocationOptions.MARKET)
              ? options.get(AllocationOptions.MARKET)
              : Markets.named("watchlist");
      int steps = options.get(AllocationOptions.EPISODE);
      market =
          FractionalShares.of(chosen, options.get(AllocationOptions.FRACTIONS))
              .forEpisodes(
                  options.get(AllocationOptions.HISTORY),
                  1 + (steps == 0 ? DEFAULT_EPISODE : steps));
      requireCashInstruments(market);
      specialists = options.get(AllocationOptions.SPECIALISTS);
      regimes = options.get(AllocationOptions.REGIMES);
      limits =
          new AllocationLimits(
              options.get(AllocationOptions.BAND),
              options.get(AllocationOptions.HALVE),
              options.get(AllocationOptions.STOP),
              options.get(AllocationOptions.DRAWDOWN_START),
              options.get(AllocationOptions.DRAWDOWN_FULL),
              options.get(AllocationOptions.CORRELATION),
              options.get(AllocationOptions.INSTRUMENT),
              options.get(AllocationOptions.LEVERAGE),
              options.get(AllocationOptions.CAPITAL));
      double commission = options.get(AllocationOptions.COMMISSION);
      double spread = options.get(AllocationOptions.SPREAD);
      long fee = Math.round(MILLIONTHS * commission);
      costs =
          new Costs(
              new Percent(fee, fee),
              spread == 0 ? Slippage.NONE : Slippage.spread(BASIS_POINTS * spread));
    }

    private static void requireCashInstruments(Market market) {
      market
          .instruments()
          .forEach(
              each -> {
                if (!(each instanceof Equity || each instanceof SpotPair)
                    || !each.currency().equals(market.currency())) {
                  throw new IllegalArgumentException(
                      ID
                          + " trades shares and coins in one currency, "
                          + each.symbol()
                          + " is none in "
                          + market.currency().code());
                }
              });
    }

    Supplier<EnvironmentLogic> lanes() {
      FeatureTables none = new FeatureTables(FeatureSet.of(), market);
      Episodes episodes =
          new Episodes(
              options.get(AllocationOptions.HISTORY),
              options.get(AllocationOptions.EPISODE),
              options.get(AllocationOptions.RANDOM_START));
      return TradingSpec.of(ID, () -> desk(new MarketCursor(market, none, episodes)))
          .actions(desk -> new CapitalScheme(desk, limits))
          .observation(
              lane ->
                  ObservationLayout.of(
                      new EvidenceBlock(lane.desk(), specialists.names()),
                      new AccountBlock(lane.desk()),
                      new ClockBlock(lane.desk().cursor()),
                      new RewardMemoryBlock(lane.reward())))
          .infos(
              lane ->
                  InfoLayout.of(
                      new AccountInfo(lane),
                      new ResultInfo(lane),
                      new PositionsInfo(lane.desk()),
                      new EvidenceInfo(lane.desk())))
          .view((desk, scheme) -> DeskView.of(market, scheme, List.of(IDLE), List.of(PAPER)))
          .reward(options.get(AllocationOptions.REWARD))
          .stepsPerYear(market.barsPerYear())
          .maxSteps(episodes.steps())
          .lanes();
    }

    private TradingDesk desk(MarketCursor cursor) {
      boolean shorts = options.get(AllocationOptions.SHORTS);
      Carry carry =
          new Carry(
              0,
              Math.round(MILLIONTHS * options.get(AllocationOptions.INTEREST_RATE)),
              Math.round(MILLIONTHS * options.get(AllocationOptions.BORROW_RATE)));
      return new TradingDesk(
          cursor, rules(shorts), 1 + specialists.size(), desk -> day(desk, carry, shorts));
    }

    private List<Settlement> day(TradingDesk desk, Carry carry, boolean shorts) {
      MarketCursor cursor = desk.cursor();
      double half = options.get(AllocationOptions.SPREAD) / 2;
      double cost = options.get(AllocationOptions.COMMISSION) + half;
      Evidence evidence =
          new Evidence(
              cursor,
              specialists.create(market, cursor.bars(), shorts),
              regimes.models().get(),
              cost,
              limits.band());
      AllocationTrace trace = new AllocationTrace(desk, evidence, costs, half);
      return List.of(
          new DailyCarry(desk, carry),
          new MarginCallInsideBar(desk),
          new MarginCallAtClose(desk),
          new Delisting(desk),
          evidence,
          new CapitalBook(desk, evidence, limits, trace));
    }

    private DeskRules rules(boolean shorts) {
      double leverage = options.get(AllocationOptions.LEVERAGE);
      int initial = (int) Math.ceil(BASIS_POINTS / leverage);
      MarginModel margin =
          leverage == 1 && !shorts
              ? new CashOnly()
              : new FlatMargin(
                  initial, Math.min(initial, (int) Math.round(BASIS_POINTS * MAINTENANCE)));
      return new DeskRules(
          options.get(AllocationOptions.CASH),
          margin,
          Collections.nCopies(market.assets(), costs),
          Math.max(
              1, (int) Math.round(BASIS_POINTS * options.get(AllocationOptions.PARTICIPATION))),
          VenueRules.ANY,
          DeskRules.NO_BAND,
          List.of(EndReason.RUIN, EndReason.MARGIN_CALL, EndReason.DELISTED));
    }
  }
}
