package com.kestrelparcel.exportdocuments;

import com.kestrelparcel.addressbook.Address;
import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.coretheme.Page;
import com.kestrelparcel.customs.Goods;
import com.kestrelparcel.customs.Tariff;
import com.kestrelparcel.customs.TariffLine;
import java.util.List;
import platform.screen.FieldList;
import platform.screen.TableBlock;

/** The form that travels with a parcel across a border. */
public record CustomsDeclaration(Address from, Address to, List<Goods> goods) {

  /** The declared value of everything in the parcel. */
  public Money value() {
    return goods.stream().map(Goods::value).reduce(Money.ZERO, Money::plus);
  }

  /** The form's name: the simple one up to 300 euros. */
  public String form() {
    return value().compareTo(Money.euros(300, 0)) <= 0 ? "CN22" : "CN23";
  }

  /** The form, filled in. */
  public String print(Tariff tariff) {
    TableBlock table = TableBlock.of("Pieces", "Goods", "Code", "Value");
    for (Goods item : goods) {
      String code = tariff.line(item, to.country()).map(TariffLine::code).orElse("----");
      table.row(item.pieces(), item.description(), code, item.value());
    }
    return Page.of("Export", form())
        .with(new FieldList().field("From", from.oneLine()).field("To", to.oneLine()))
        .with(table)
        .line("Total " + value())
        .show();
  }
}
