package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.crypto.liquidation.Bankruptcy;
import io.tradinggym.crypto.margin.LiquidationPrice;
import io.tradinggym.crypto.margin.MarginTiers;
import io.tradinggym.crypto.margin.ScheduledMargin;
import io.tradinggym.crypto.venue.ContractRules;
import io.tradinggym.crypto.venue.RuleBook;
import io.tradinggym.crypto.venue.RuleLookup;
import io.tradinggym.crypto.venue.Venue;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.instrument.PerpetualContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code of the guide to crypto rules. */
class CryptoRulesGuideTest {
  @Test
  void rulesOfATimeMakeAnAccount() {
    Instant time = Instant.parse("2024-10-15T00:00:00Z");
    RuleLookup found = RuleBook.find("Binance", "BTCUSDT", time, Duration.ofDays(730));
    ContractRules rules = found.orThrow();

    PerpetualContract btc = rules.instrument();
    ScheduledMargin margin = new ScheduledMargin(List.of(rules.margin()));
    Account account = new Account(List.of(btc), btc.currency(), margin);
    account.reset(Money.of("10000"));
    account.isolation().set(0, true);
    account.isolation().leverage(0, 20);
    account.trade(0, 2_000, btc.toTicks(50_000), 0, 0);

    double liquidation = LiquidationPrice.linear(5_000, 2, 50_000, (MarginTiers) rules.margin());
    double bankruptcy = btc.toPrice(Bankruptcy.ticks(account, 0));

    assertThat(account.isolation().margin(0)).isEqualTo(Money.of("5000"));
    assertThat(liquidation).isBetween(47_713.0, 47_714.0);
    assertThat(bankruptcy).isEqualTo(47_500);
  }

  @Test
  void rulesOfTodayAreRefusedWhenNobodyCheckedThem() {
    RuleBook binance = RuleBook.of(Venue.BINANCE);
    Instant now = Instant.parse("2026-06-01T00:00:00Z");

    String answer =
        switch (binance.at("BTCUSDT", now, Duration.ofDays(365))) {
          case RuleLookup.Found good -> "use " + good.rules().symbol();
          case RuleLookup.Stale old -> "check again: " + old.old();
          case RuleLookup none -> none.message();
        };

    assertThat(answer).startsWith("check again: [margin BTCUSDT");
  }
}
