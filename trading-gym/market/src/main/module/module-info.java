/** Instruments, market data, orders, fills, costs, accounts, margin and calendars. */
module io.tradinggym.market {
  requires transitive io.tradinggym.api;
  requires org.apache.commons.statistics.distribution;

  exports io.tradinggym.market;
  exports io.tradinggym.market.account;
  exports io.tradinggym.market.calendar;
  exports io.tradinggym.market.cost;
  exports io.tradinggym.market.data;
  exports io.tradinggym.market.data.csv;
  exports io.tradinggym.market.exchange;
  exports io.tradinggym.market.feature;
  exports io.tradinggym.market.instrument;
  exports io.tradinggym.market.process;
  exports io.tradinggym.market.process.calibrate;
  exports io.tradinggym.market.reward;
  exports io.tradinggym.market.risk;

  uses io.tradinggym.market.feature.FeatureProvider;
  uses io.tradinggym.market.process.MarketProvider;
}
