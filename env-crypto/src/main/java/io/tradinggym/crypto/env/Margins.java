package io.tradinggym.crypto.env;

import io.tradinggym.crypto.liquidation.LiquidationTerms;
import io.tradinggym.crypto.margin.MarginSchedule;
import io.tradinggym.crypto.margin.ScheduledMargin;
import io.tradinggym.crypto.venue.ContractRules;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.account.MarginModel;
import java.util.Collections;

/** How much equity positions need, and what happens to those that no longer have it. */
sealed interface Margins {
  /** The model of an account with so many assets. */
  MarginModel model(int assets);

  /** The highest leverage of a position of so much worth, USDT, and so many coins: venues count it by either. */
  double mostLeverage(double worth, double coins);

  /** What has to be kept behind a position of so much worth, USDT, as part of that. */
  double maintenanceRate(double worth);

  /**
   * Rates of one kind of account for all sizes; positions are closed on the market, at normal costs.
   *
   * @param maintenance part of exposure that has to be kept
   */
  record Simple(MarginModel model, double maintenance) implements Margins {
    static Simple flat(double leverage, double maintenance) {
      int initial = (int) Math.ceil(CryptoRules.BASIS_POINTS / Math.max(1, leverage));
      int kept = (int) Math.round(CryptoRules.BASIS_POINTS * maintenance);
      return new Simple(new FlatMargin(initial, Math.min(initial, kept)), maintenance);
    }

    @Override
    public MarginModel model(int assets) {
      return model;
    }

    @Override
    public double mostLeverage(double worth, double coins) {
      return Double.MAX_VALUE;
    }

    @Override
    public double maintenanceRate(double worth) {
      return maintenance;
    }
  }

  /**
   * One venue's table for all perpetuals; positions go down the venue's waterfall.
   *
   * @param schedule margins by the size of a position
   * @param terms of liquidation
   * @param mode what stands behind a position
   * @param leverage that isolated positions are opened at, >= 1; for large ones the table may allow less
   */
  record ByTable(MarginSchedule schedule, LiquidationTerms terms, MarginMode mode, int leverage)
      implements Margins {
    /** A venue's table of one contract, for whatever is traded. */
    static ByTable of(ContractRules rules, MarginMode mode, double leverage) {
      return new ByTable(
          rules.margin(), rules.liquidation(), mode, (int) Math.max(1, Math.ceil(leverage)));
    }

    @Override
    public ScheduledMargin model(int assets) {
      return new ScheduledMargin(Collections.nCopies(assets, schedule));
    }

    @Override
    public double mostLeverage(double worth, double coins) {
      long whole = (long) Math.ceil(Math.max(0, coins));
      return schedule.maxLeverage(Money.ofRounded(Math.max(0, worth)), whole, 1);
    }

    @Override
    public double maintenanceRate(double worth) {
      return Money.toDouble(schedule.maintenance(Money.ofRounded(worth))) / worth;
    }
  }
}
