package platform.text;

import java.util.Locale;

/** Formats amounts of one currency, with that currency's number of decimal places. */
public record MoneyFormat(String currency, int decimals) {

  /** The format of a currency: no decimal places for yen, otherwise two. */
  public static MoneyFormat of(String currency) {
    return new MoneyFormat(currency, currency.equals("JPY") ? 0 : 2);
  }

  /** An amount in the currency's smallest unit, for example {@code 12.50 EUR}. */
  public String format(long amount) {
    long unit = decimals == 0 ? 1 : 100;
    String whole = (amount < 0 ? "-" : "") + Math.abs(amount / unit);
    String fraction =
        decimals == 0 ? "" : String.format(Locale.ROOT, ".%02d", Math.abs(amount % unit));
    return whole + fraction + " " + currency;
  }
}
