package io.tradinggym.options.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.options.surface.Ssvi;
import io.tradinggym.options.surface.SurfaceLaw;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainSurfaceTest {
  /** In volatility: half a point. */
  private static final double GOOD_FIT = .005;

  /** One shape for all expiries, in volatility: a point and a half. */
  private static final double FAIR_FIT = .015;

  private static SimulatedChain simulated(SurfaceLaw surface) {
    ChainLaw law = Laws.stock(surface, false);
    SimulatedChain chain =
        new SimulatedChain(
            new ChainLaw(
                surface,
                law.expiries(),
                new StrikeRule(StrikeRule.Program.DENSE, .4),
                TickRule.PENNY,
                QuoteWidth.LIQUID,
                law.liquidity(),
                9,
                200,
                false));
    chain.reset(Laws.DAY, 187, .04);
    return chain;
  }

  @Test
  void calibrationRecoversTheSurfaceThatMadeTheChain() {
    Ssvi shape = new Ssvi(-.6, .9, .4);
    SimulatedChain chain = simulated(SurfaceLaw.equityIndex(.03, 0).withShape(shape));
    ChainSurface surface = ChainSurface.of(chain, ImpliedForwards.of(chain, .03));
    assertThat(surface.fits()).hasSizeGreaterThan(6);
    assertThat(surface.fits())
        .allSatisfy(
            fit -> {
              assertThat(fit.fit().butterfly().holds()).isTrue();
              assertThat(fit.deviation()).isLessThan(.002);
              double years = fit.forward().years();
              assertThat(fit.fit().smile().volatility(0, years))
                  .isCloseTo(
                      chain.surface().impliedVolatility(fit.forward().forward(), years),
                      within(.001));
            });
    Ssvi found = surface.ssvi().shape();
    assertThat(found.rho()).isCloseTo(shape.rho(), within(.02));
    assertThat(found.phi(.01)).isCloseTo(shape.phi(.01), within(.02 * shape.phi(.01)));
    assertThat(found.phi(.002)).isCloseTo(shape.phi(.002), within(.04 * shape.phi(.002)));
    assertThat(found.isArbitrageFree()).isTrue();
    double k = .05;
    double years = .2;
    double volatility = surface.surface().volatility(k, years);
    double strike = chain.surface().forward(years) * Math.exp(k);
    assertThat(volatility)
        .as("interpolated in time")
        .isCloseTo(chain.surface().impliedVolatility(strike, years), within(.002));
  }

  @Test
  void volatilityIndexOfAFlatChainIsItsVolatility() {
    SimulatedChain chain = simulated(SurfaceLaw.flat(.03, 0));
    assertThat(ChainIndex.of(chain, ImpliedForwards.of(chain, .03)))
        .hasValueCloseTo(20.0, within(.15));
  }

  private static RecordedChain read(String name) throws IOException {
    Path folder = Path.of(String.valueOf(System.getenv("TRADING_GYM_DATA")), "options");
    return ChainFile.of(folder.resolve(name)).excludingBroken().read();
  }

  @ParameterizedTest
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  @CsvSource({
    "SPY_chain_yahoo_20250826.csv.gz, 21",
    "MSFT_chain_20211122.csv, 17",
    "GOOG_1m_quotes_20151224_near_atm.csv.gz, 2"
  })
  void realChainsFitWithinHalfAPointAndWithoutButterflies(String name, int expiries)
      throws IOException {
    RecordedChain chain = read(name);
    ChainSurface surface = ChainSurface.of(chain, ImpliedForwards.of(chain));
    assertThat(surface.fits()).hasSize(expiries);
    assertThat(surface.fits())
        .allSatisfy(
            fit -> {
              assertThat(fit.deviation()).isLessThan(GOOD_FIT);
              assertThat(fit.fit().butterfly().holds()).isTrue();
            });
    assertThat(surface.ssvi().error()).isLessThan(FAIR_FIT);
    assertThat(surface.ssvi().shape().rho()).isNegative();
    assertThat(surface.ssvi().shape().isArbitrageFree()).isTrue();
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void indexOfTheFundIsNearTheVixOfTheDay() throws IOException {
    // The VIX, of European options on the index itself, closed at 14.62.
    RecordedChain chain = read("SPY_chain_yahoo_20250826.csv.gz");
    assertThat(ChainIndex.of(chain, ImpliedForwards.of(chain))).hasValueCloseTo(14.62, within(.3));
  }
}
