package io.tradinggym.options.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.options.surface.SurfaceLaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImpliedForwardsTest {
  /** Quotes are rounded to cents; of 16 pairs little of that is left. */
  private static final double CENT = .01;

  @TempDir private Path folder = Path.of("");

  @Test
  void aEuropeanChainShowsSpotRateAndDividends() {
    SimulatedChain chain = new SimulatedChain(Laws.stock(SurfaceLaw.equityIndex(.05, .02), false));
    chain.reset(Laws.DAY, 187, .04);
    ImpliedForwards implied = ImpliedForwards.european(chain);
    assertThat(implied.spot()).isCloseTo(187, within(2 * CENT));
    assertThat(implied.expiries()).hasSize(5);
    assertThat(ImpliedForwards.of(chain).rate()).as("carry").isCloseTo(.03, within(.005));
    for (ImpliedForward each : implied.expiries()) {
      assertThat(each.forward()).isCloseTo(187 * Math.exp(.03 * each.years()), within(2 * CENT));
    }
  }

  @Test
  void longExpiriesShowTheRate() {
    ExpiryCalendar quarters =
        ExpiryCalendar.of(
            new ExpiryRule(1, 0, 0, 2),
            new io.tradinggym.market.calendar.Nyse(),
            Laws.START,
            Laws.START.plusDays(1));
    ChainLaw law = Laws.stock(SurfaceLaw.equityIndex(.05, .02), false);
    SimulatedChain chain =
        new SimulatedChain(
            new ChainLaw(
                law.surface(),
                quarters,
                law.strikeRule(),
                TickRule.PENNY,
                QuoteWidth.LIQUID,
                law.liquidity(),
                6,
                20,
                false));
    chain.reset(Laws.DAY, 187, .04);
    ImpliedForwards implied = ImpliedForwards.european(chain);
    assertThat(implied.rate()).isCloseTo(.05, within(.002));
    assertThat(implied.dividendYield(implied.expiries().getLast())).isCloseTo(.02, within(.002));
  }

  @Test
  void brokenPairsDoNoHarm() throws IOException {
    double spot = 100;
    StringBuilder rows = new StringBuilder("Type,Strike,Bid,Ask,Expiration\n");
    for (int k = 90; k <= 110; k++) {
      double call = 5 + Math.max(spot - k, 0) - (k == 99 || k == 104 ? 3 : 0);
      double put = 5 + Math.max(k - spot, 0);
      rows.append(
          String.format(Locale.ROOT, "call,%d,%.2f,%.2f,2025-10-17%n", k, call - .1, call + .1));
      rows.append(
          String.format(Locale.ROOT, "put,%d,%.2f,%.2f,2025-10-17%n", k, put - .1, put + .1));
    }
    Path file = Files.writeString(folder.resolve("c.csv"), rows);
    RecordedChain chain = ChainFile.of(file).on(LocalDate.of(2025, 9, 15)).read();
    assertThat(ImpliedForwards.of(chain, 0).spot()).isCloseTo(spot, within(CENT));
  }

  @Test
  void withoutPairsNothingIsKnown() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("c.csv"),
            "Type,Strike,Bid,Ask,Expiration\ncall,95,7.1,7.3,2025-10-17\n");
    ImpliedForwards none =
        ImpliedForwards.of(ChainFile.of(file).on(LocalDate.of(2025, 9, 15)).read());
    assertThat(none.spot()).isNaN();
    assertThat(none.forward(100, 1)).isEqualTo(100);
  }
}
