package io.tradinggym.crypto.venue;

import io.tradinggym.crypto.liquidation.LiquidationTerms;
import io.tradinggym.crypto.margin.MarginSchedule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The rules of a venue through time, as its file holds them. Immutable. */
public final class RuleBook {
  /** One version of a rule. */
  private record Version(String kind, String name, Object rule, Provenance source) {
    boolean is(String whichKind, String whichName) {
      return kind.equals(whichKind) && name.equals(whichName);
    }
  }

  private final Venue venue;
  private final Map<String, ContractRules.Contract> contracts = new LinkedHashMap<>();
  private final List<Version> versions = new ArrayList<>();

  private RuleBook(Venue venue, String file, String text) {
    this.venue = venue;
    for (RuleSection section : RuleFile.parse(file, text)) {
      try {
        if (section.kind().equals("contract")) {
          contracts.put(section.name(), RuleReader.contract(section));
        } else {
          Provenance source = section.provenance();
          versions.add(
              new Version(section.kind(), section.name(), RuleReader.rule(section), source));
        }
      } catch (IllegalArgumentException wrong) {
        String message = Objects.toString(wrong.getMessage());
        throw message.startsWith(file) ? wrong : section.error(message);
      }
      section.finish();
    }
  }

  /**
   * {@return the rules that come with the library}
   *
   * @param venue one of those whose rules are known
   */
  public static RuleBook of(Venue venue) {
    try (InputStream in =
        Objects.requireNonNull(RuleBook.class.getResourceAsStream(venue.file()), venue.file())) {
      return read(venue, venue.file(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Rules of one's own in the same format.
   *
   * @param venue whose contracts they are
   * @param file name told in errors
   * @param text the whole file
   * @return the rules that the text holds
   * @throws IllegalArgumentException naming file, line, section and what is wrong
   */
  public static RuleBook read(Venue venue, String file, String text) {
    return new RuleBook(venue, file, text);
  }

  /**
   * Looks rules up by names.
   *
   * @param venue name of the exchange, in capitals or not
   * @param symbol the venue's name of the contract, such as {@code BTCUSDT}
   * @param time when the rules have to be in force
   * @param most longest time between the check of a rule and the time it is wanted for
   * @return the rules, or why there are none
   */
  public static RuleLookup find(String venue, String symbol, Instant time, Duration most) {
    return Venue.named(venue)
        .map(known -> of(known).at(symbol, time, most))
        .orElseGet(() -> new RuleLookup.UnknownVenue(venue));
  }

  /** {@return the symbols of the contracts, as they stand in the file} */
  public List<String> symbols() {
    return List.copyOf(contracts.keySet());
  }

  /**
   * {@return the rules of a contract in force at a time, or why there are none}
   *
   * @param symbol the venue's name of the contract, such as {@code BTCUSDT}
   * @param time when the rules have to be in force
   * @param most longest time between the check of a rule and the time it is wanted for
   */
  public RuleLookup at(String symbol, Instant time, Duration most) {
    ContractRules.Contract contract = contracts.get(symbol);
    if (contract == null) {
      return new RuleLookup.UnknownSymbol(venue, symbol, symbols());
    }
    String family = contract.family();
    List<Version> found = new ArrayList<>();
    for (String kind : List.of("fees", "funding", "mark", "margin", "filters", "liquidation")) {
      Optional<Version> version = inForce(kind, symbol, time).or(() -> inForce(kind, family, time));
      if (version.isEmpty()) {
        return new RuleLookup.NotInForce(venue, symbol, time, kind);
      }
      found.add(version.get());
    }
    List<Provenance> sources = found.stream().map(Version::source).toList();
    ContractRules rules =
        new ContractRules(
            venue,
            symbol,
            contract,
            (FeeSchedule) found.get(0).rule(),
            (FundingTerms) found.get(1).rule(),
            (MarkTerms) found.get(2).rule(),
            (MarginSchedule) found.get(3).rule(),
            (OrderFilters) found.get(4).rule(),
            (LiquidationTerms) found.get(5).rule(),
            sources);
    List<Provenance> old = sources.stream().filter(source -> source.stale(time, most)).toList();
    return old.isEmpty() ? new RuleLookup.Found(rules) : new RuleLookup.Stale(rules, time, old);
  }

  /** The version of a rule that began last and not after a time. */
  private Optional<Version> inForce(String kind, String name, Instant time) {
    return versions.stream()
        .filter(version -> version.is(kind, name) && !version.source().from().isAfter(time))
        .max((a, b) -> a.source().from().compareTo(b.source().from()));
  }
}
