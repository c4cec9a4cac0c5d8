/** Option pricing, volatility surfaces, strategies and margin. The pricing package needs nothing but the JDK. */
module io.tradinggym.options {
  requires static org.jspecify;

  exports io.tradinggym.options.analysis;
  exports io.tradinggym.options.margin;
  exports io.tradinggym.options.pricing;
  exports io.tradinggym.options.strategy;
  exports io.tradinggym.options.surface;
}
