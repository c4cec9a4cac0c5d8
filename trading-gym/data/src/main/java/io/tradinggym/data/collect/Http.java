package io.tradinggym.data.collect;

import io.tradinggym.data.collect.CollectException.Kind;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One request over the JDK's client. */
final class Http {
  private final HttpClient client;
  private final Duration timeout;

  Http(Duration timeout) {
    this.timeout = timeout;
    client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NORMAL)
            // In memory alone; a provider that wants a cookie gets its own back.
            .cookieHandler(new CookieManager())
            .build();
  }

  Judge.Reply get(Request request, Secrets secrets) throws CollectException, InterruptedException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(request.address()))
            .timeout(timeout)
            .header("User-Agent", "trading-gym");
    request.headers().forEach(builder::setHeader);
    try {
      HttpResponse<String> response =
          client.send(builder.build(), HttpResponse.BodyHandlers.ofString());
      long wait =
          response
              .headers()
              .firstValue("Retry-After")
              .filter(text -> text.matches("\\d{1,9}"))
              .map(Long::parseLong)
              .orElse(-1L);
      return new Judge.Reply(response.statusCode(), response.body(), wait);
    } catch (IOException e) {
      // The cause is left out: it may hold the address with its key.
      throw new CollectException(
          Kind.NETWORK,
          request.provider(),
          secrets.redact(e.getClass().getSimpleName() + " " + e.getMessage()) + " at " + request);
    }
  }
}
