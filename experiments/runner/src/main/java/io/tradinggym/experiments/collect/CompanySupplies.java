package io.tradinggym.experiments.collect;

import static io.tradinggym.experiments.collect.CollectedFile.cell;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.Fetcher;
import io.tradinggym.data.provider.AlphaVantage;
import io.tradinggym.data.provider.Collected;
import io.tradinggym.data.provider.CompanySeries;
import io.tradinggym.data.provider.Consensus;
import io.tradinggym.data.provider.EarningsReport;
import io.tradinggym.data.provider.Finnhub;
import io.tradinggym.data.provider.Fundamentals;
import io.tradinggym.data.provider.InsiderTrade;
import io.tradinggym.data.provider.NewsApi;
import io.tradinggym.data.provider.NewsScore;
import io.tradinggym.data.provider.Yahoo;
import io.tradinggym.data.provider.YahooSession;
import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.SeriesFile;
import io.tradinggym.explain.sentiment.Lexicon;
import io.tradinggym.explain.sentiment.Sentiment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What reports, insiders, analysts and the news say of a company. */
final class CompanySupplies {
  private static final String MODULES =
      "earningsHistory,calendarEvents,earningsTrend,insiderTransactions,recommendationTrend,"
          + "upgradeDowngradeHistory,summaryDetail,defaultKeyStatistics";

  private final AlphaVantage alpha;
  private final Finnhub finnhub;
  private final NewsApi news;
  private final YahooSession yahoo;

  private CompanySupplies(Fetcher fetcher, Map<String, String> bases) {
    alpha = new AlphaVantage(fetcher, bases.getOrDefault("alphavantage", AlphaVantage.ADDRESS));
    finnhub = new Finnhub(fetcher, bases.getOrDefault("finnhub", Finnhub.ADDRESS));
    news = new NewsApi(fetcher, bases.getOrDefault("newsapi", NewsApi.ADDRESS));
    String own = bases.getOrDefault("yahoo", Yahoo.ADDRESS);
    yahoo = new YahooSession(fetcher, own, bases.getOrDefault("yahoo", YahooSession.COOKIE));
  }

  static List<Supply> all(Fetcher fetcher, Map<String, String> bases) {
    CompanySupplies of = new CompanySupplies(fetcher, bases);
    return List.of(
        Supply.of(Datum.EARNINGS, "alphavantage", of::earnings),
        Supply.of(Datum.EARNINGS, "finnhub", of::calendar),
        Supply.of(Datum.EARNINGS, "yahoo", of::yahoosEarnings),
        Supply.of(Datum.INSIDERS, "finnhub", of::insiders),
        Supply.of(Datum.INSIDERS, "yahoo", of::yahoosInsiders),
        Supply.of(Datum.RECOMMENDATIONS, "finnhub", of::recommendations),
        Supply.of(Datum.RECOMMENDATIONS, "yahoo", of::yahoosRecommendations),
        Supply.of(Datum.UPGRADES, "yahoo", of::upgrades),
        Supply.of(Datum.SENTIMENT, "finnhub", of::sentiment),
        Supply.of(Datum.SENTIMENT, "newsapi", of::scoredHeadlines),
        Supply.of(Datum.NEWS, "newsapi", of::headlines),
        Supply.of(Datum.SUMMARY, "yahoo", of::summary),
        Supply.of(Datum.OVERVIEW, "alphavantage", of::overview),
        Supply.of(
            Datum.RSI,
            "alphavantage",
            (name, from, to) -> table("rsi", name, of.alpha.rsi(name, 14))),
        Supply.of(
            Datum.MACD,
            "alphavantage",
            (name, from, to) -> table("macd", name, of.alpha.macd(name))));
  }

  static CollectedFile series(String ticker, String feature, KnownSeries values) {
    return new CollectedFile(
        "series/" + ticker + "/" + feature + ".csv", SeriesFile.text(values), values.size(), "");
  }

  private static CollectedFile today(String ticker, String feature, KnownSeries values) {
    return series(ticker, feature, values).growing();
  }

  private Collected<List<CollectedFile>> earnings(String ticker, LocalDate from, LocalDate to)
      throws CollectException {
    Collected<List<EarningsReport>> all = alpha.earnings(ticker);
    return Supply.files(all, reports(ticker, all.value()));
  }

  private static List<CollectedFile> reports(String ticker, List<EarningsReport> all) {
    List<CollectedFile> files = new ArrayList<>();
    files.add(
        CollectedFile.rows(
            "earnings/" + ticker + ".csv",
            "reported,after_close,actual,estimate",
            all.stream()
                .map(
                    each ->
                        each.reported()
                            + ","
                            + each.afterClose()
                            + ","
                            + each.actual()
                            + ","
                            + each.estimate())
                .toList()));
    files.add(series(ticker, "earnings_beat_rate", CompanySeries.beatRate(all)));
    return files;
  }

  private Collected<List<CollectedFile>> calendar(String ticker, LocalDate from, LocalDate to)
      throws CollectException {
    Collected<Finnhub.Earnings> all = finnhub.earnings(ticker, from, to);
    List<CollectedFile> files = reports(ticker, all.value().reports());
    LocalDate next = all.value().next();
    if (next != null) {
      files.add(today(ticker, "days_to_earnings", CompanySeries.announced(all.fetchedAt(), next)));
    }
    return Supply.files(all, files);
  }

  /** Yahoo tells the last four quarters without the days on which they came: known as of now. */
  private Collected<List<CollectedFile>> yahoosEarnings(String ticker, LocalDate from, LocalDate to)
      throws CollectException {
    Collected<JsonNode> all = yahoo.summary(ticker, "earningsHistory,calendarEvents");
    List<CollectedFile> files = new ArrayList<>();
    double rate = Fundamentals.beatRate(all.value().path("earningsHistory"));
    files.add(today(ticker, "earnings_beat_rate", CompanySeries.now(all.fetchedAt(), rate)));
    LocalDate day = LocalDate.ofInstant(all.fetchedAt(), ZoneOffset.UTC);
    long days = Fundamentals.daysToEarnings(all.value().path("calendarEvents"), day);
    if (days >= 0) {
      files.add(
          today(
              ticker,
              "days_to_earnings",
              CompanySeries.announced(all.fetchedAt(), day.plusDays(days))));
    }
    return Supply.files(all, files);
  }

  private Collected<List<CollectedFile>> insiders(String ticker, LocalDate from, LocalDate to)
      throws CollectException {
    Collected<List<InsiderTrade>> all = finnhub.insiders(ticker);
    return Supply.files(all, traded(ticker, all.value(), from, to));
  }

  private Collected<List<CollectedFile>> yahoosInsiders(String ticker, LocalDate from, LocalDate to)
      throws CollectException {
    Collected<JsonNode> all = yahoo.summary(ticker, "insiderTransactions");
    List<InsiderTrade> trades = Fundamentals.insiders(all.value().path("insiderTransactions"));
    return Supply.files(all, traded(ticker, trades, from, to));
  }

  private static List<CollectedFile> traded(
      String ticker, List<InsiderTrade> trades, LocalDate from, LocalDate to) {
    CollectedFile rows =
        CollectedFile.rows(
            "insiders/" + ticker + ".csv",
            "known,value",
            trades.stream().map(each -> each.known() + "," + each.value()).toList());
    return trades.isEmpty()
        ? List.of(rows)
        : List.of(
            rows, series(ticker, "insider_net_buying", CompanySeries.insiderNet(trades, from, to)));
  }

  private Collected<List<CollectedFile>> recommendations(
      String ticker, LocalDate from, LocalDate to) throws CollectException {
    Collected<List<Consensus>> all = finnhub.recommendations(ticker);
    return Supply.files(
        all,
        List.of(
            counts(ticker, all.value()),
            series(
                ticker,
                "analyst_consensus",
                CompanySeries.consensus(all.value(), all.fetchedAt()))));
  }

  /** Yahoo counts months back from today. */
  private Collected<List<CollectedFile>> yahoosRecommendations(
      String ticker, LocalDate from, LocalDate to) throws CollectException {
    Collected<JsonNode> all = yahoo.summary(ticker, "recommendationTrend");
    List<Consensus> months = Consensus.ofYahoo(all.value().path("recommendationTrend"));
    List<CollectedFile> files = new ArrayList<>(List.of(counts(ticker, months)));
    if (!months.isEmpty()) {
      files.add(
          today(
              ticker,
              "analyst_consensus",
              CompanySeries.now(all.fetchedAt(), months.getFirst().score())));
    }
    return Supply.files(all, files);
  }

  private static CollectedFile counts(String ticker, List<Consensus> months) {
    return CollectedFile.rows(
        "recommendations/" + ticker + ".csv",
        "period,strong_buy,buy,hold,sell,strong_sell",
        months.stream()
            .map(
                each ->
                    "%s,%d,%d,%d,%d,%d"
                        .formatted(
                            each.period(),
                            each.strongBuy(),
                            each.buy(),
                            each.hold(),
                            each.sell(),
                            each.strongSell()))
            .toList());
  }

  private Collected<List<CollectedFile>> upgrades(String ticker, LocalDate from, LocalDate to)
      throws CollectException {
    Collected<JsonNode> all = yahoo.summary(ticker, "upgradeDowngradeHistory");
    JsonNode history = all.value().path("upgradeDowngradeHistory");
    List<String> rows = new ArrayList<>();
    for (JsonNode each : history.path("history")) {
      rows.add(
          Instant.ofEpochSecond(each.path("epochGradeDate").asLong())
              + ","
              + cell(each.path("firm").asText())
              + ","
              + each.path("action").asText()
              + ","
              + cell(each.path("toGrade").asText()));
    }
    return Supply.files(
        all,
        List.of(
            CollectedFile.rows("upgrades/" + ticker + ".csv", "time,firm,action,grade", rows),
            series(
                ticker, "analyst_upgrade_score", CompanySeries.upgradeScore(history, from, to))));
  }

  private Collected<List<CollectedFile>> sentiment(String ticker, LocalDate from, LocalDate to)
      throws CollectException {
    Collected<Double> score = finnhub.newsSentiment(ticker);
    return Supply.files(
        score,
        List.of(
            today(ticker, "news_sentiment", CompanySeries.now(score.fetchedAt(), score.value()))));
  }

  /** Headlines by this library's own lexicon, those that it knows a word of. */
  private Collected<List<CollectedFile>> scoredHeadlines(String words, LocalDate from, LocalDate to)
      throws CollectException {
    Collected<List<NewsApi.Headline>> all = news.headlines(words, from, to);
    List<NewsScore> scores = new ArrayList<>();
    for (NewsApi.Headline each : all.value()) {
      Lexicon.finance()
          .score(each.title())
          .map(Sentiment::score)
          .ifPresent(score -> scores.add(new NewsScore(each.published(), score)));
    }
    KnownSeries series = CompanySeries.news(scores, from, to);
    String note =
        "headlines by the lexicon: " + scores.size() + " of " + all.value().size() + " scored";
    CollectedFile file = series(words, "news_sentiment", series);
    return Supply.files(
        all, List.of(new CollectedFile(file.path(), file.text(), file.rows(), note)));
  }

  private Collected<List<CollectedFile>> headlines(String words, LocalDate from, LocalDate to)
      throws CollectException {
    Collected<List<NewsApi.Headline>> all = news.headlines(words, from, to);
    return Supply.files(
        all,
        List.of(
            CollectedFile.rows(
                "news/" + words + ".csv",
                "published,title,url",
                all.value().stream()
                    .map(
                        each ->
                            each.published() + "," + cell(each.title()) + "," + cell(each.url()))
                    .toList())));
  }

  private Collected<List<CollectedFile>> summary(String ticker, LocalDate from, LocalDate to)
      throws CollectException {
    Collected<JsonNode> all = yahoo.summary(ticker, MODULES);
    return Supply.files(
        all,
        List.of(
            new CollectedFile(
                "summary/" + ticker + ".json",
                all.value().toPrettyString() + "\n",
                all.value().size(),
                "")));
  }

  private Collected<List<CollectedFile>> overview(String ticker, LocalDate from, LocalDate to)
      throws CollectException {
    Collected<Map<String, String>> all = alpha.overview(ticker);
    return Supply.files(
        all,
        List.of(
            CollectedFile.rows(
                "overview/" + ticker + ".csv",
                "name,value",
                all.value().entrySet().stream()
                    .map(each -> cell(each.getKey()) + "," + cell(each.getValue()))
                    .toList())));
  }

  private static Collected<List<CollectedFile>> table(
      String what,
      String ticker,
      Collected<java.util.NavigableMap<LocalDate, Map<String, Double>>> days) {
    String header =
        days.value().isEmpty()
            ? "date"
            : "date," + String.join(",", days.value().firstEntry().getValue().keySet());
    return Supply.files(
        days,
        List.of(
            CollectedFile.rows(
                what + "/" + ticker + ".csv",
                header,
                days.value().entrySet().stream()
                    .map(
                        day ->
                            day.getKey()
                                + ","
                                + String.join(
                                    ",",
                                    day.getValue().values().stream().map(String::valueOf).toList()))
                    .toList())));
  }
}
