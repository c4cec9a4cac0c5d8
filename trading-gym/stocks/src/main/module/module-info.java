/** Stock-v1 and Portfolio-v1. */
module io.tradinggym.stocks {
  requires transitive io.tradinggym.trading;

  exports io.tradinggym.stocks;

  provides io.tradinggym.api.EnvironmentProvider with
      io.tradinggym.stocks.StockEnvironments;
}
