using Digest.Names;

namespace Digest.Tests.Names;

/// <summary>Further pairs of names, by the language they are written over from: those that are one, and near misses that are not.</summary>
public class TransliterationTests
{
    [Theory]
    // Arabic
    [InlineData("Abdul Rahman al-Jubouri", "Abdelrahman Al Juburi")]
    [InlineData("Haytham al-Tamimi", "Haitham Al Tameemi")]
    [InlineData("Muqtada al-Sadr", "Moqtada Sadr")]
    [InlineData("Nouri al-Maliki", "Nuri Al-Maliki")]
    [InlineData("Hussein Mohammed al-Khafaji", "Hussain Muhammad al Khafaji")]
    [InlineData("Osama Kareem", "Usama Karim")]
    // Maghreb and Sahel, through French
    [InlineData("Khalifa Haftar", "Khalifa Hifter")]
    [InlineData("Abdelmadjid Tebboune", "Abdelmajid Tebboune")]
    [InlineData("Mokhtar Belkacem", "Mukhtar Belkacem")]
    // Persian
    [InlineData("Hossein Salehi", "Hussein Salehi")]
    [InlineData("Esmail Ghasemi", "Ismail Qasemi")]
    [InlineData("Mahmoud Rostami", "Mahmud Rustami")]
    // Turkish
    [InlineData("Yaşar Güler", "Yasar Guler")]
    [InlineData("Çağlar Işık", "Caglar Isik")]
    // Russian
    [InlineData("Sergey Kovalyov", "Sergei Kovalev")]
    [InlineData("Alexei Solovyov", "Aleksey Solovyev")]
    [InlineData("Yevgeny Prokhorov", "Evgeny Prokhorov")]
    [InlineData("Dmitry Medvedenko", "Dmitri Medvedenko")]
    // Ukrainian, and the same man through Russian
    [InlineData("Oleksandr Syrenko", "Alexander Syrenko")]
    [InlineData("Volodymyr Hrytsenko", "Vladimir Gritsenko")]
    [InlineData("Andrii Koval", "Andriy Koval")]
    [InlineData("Serhiy Bondar", "Serhii Bondar")]
    // Burmese
    [InlineData("Zaw Min Tun", "Zaw Min Htun")]
    [InlineData("Htein Lin", "Tein Lin")]
    // Amharic and Tigrinya
    [InlineData("Getachew Reda", "Getachew Redda")]
    [InlineData("Tadesse Worede", "Tadese Wereda")]
    // Hausa and Somali
    [InlineData("Sani Dan-Magaji", "Sani Danmagaji")]
    [InlineData("Abdi Warsame Nur", "Abdi Warsame Noor")]
    [InlineData("Xasan Sheikh Nuur", "Hassan Sheikh Noor")]
    public void OneNameInTwoSpellings(string one, string other) => Assert.True(Entities.Same(one, other), $"{Entities.Key(one)} / {Entities.Key(other)}");

    [Theory]
    // Arabic: one letter tells two names apart
    [InlineData("Hassan al-Amiri", "Hussein al-Amiri")]
    [InlineData("Salim al-Rubaie", "Salam al-Rubaie")]
    [InlineData("Karim Wahid", "Karima Wahid")]
    [InlineData("Jaafar al-Husseini", "Jaber al-Husseini")]
    [InlineData("Abu Mahdi", "Abu Hadi")]
    [InlineData("Omar Bakri", "Amr Bakri")]
    [InlineData("Ahmed Hamdan", "Hamdan Ahmed")]
    // Fathers and sons
    [InlineData("Mohammed Omar Daud", "Daud Mohammed Omar")]
    // Persian and Pashto
    [InlineData("Hassan Rahimi", "Hossein Rahimi")]
    [InlineData("Zabihullah Sadiqi", "Hafizullah Sadiqi")]
    [InlineData("Amir Khan", "Emal Khan")]
    // Russian and Ukrainian
    [InlineData("Aleksandr Petrov", "Alexei Petrov")]
    [InlineData("Sergei Ivanov", "Sergei Ivanenko")]
    [InlineData("Valery Zaluzhko", "Valentyn Zaluzhko")]
    [InlineData("Anatoly Bilenko", "Anna Bilenko")]
    // Turkish and Kurdish
    [InlineData("Mehmet Aydın", "Ahmet Aydın")]
    [InlineData("Masoud Barzan", "Mansour Barzan")]
    // Burmese: the same parts in another order, or one more
    [InlineData("Min Aung Zaw", "Zaw Min Aung")]
    [InlineData("Khin Maung Win", "Khin Maung Swe")]
    // Amharic, Hausa, Somali
    [InlineData("Getachew Tadesse", "Getahun Tadesse")]
    [InlineData("Musa Ibrahim", "Isa Ibrahim")]
    [InlineData("Abdi Nur", "Abdi Noah")]
    // Bodies whose names are nearly one another's
    [InlineData("Liwa al-Quds", "Quds Force")]
    [InlineData("Kataib Sayyid al-Shuhada", "Kataib Hezbollah")]
    [InlineData("Jaish al-Adl", "Jaish-e-Mohammed")]
    [InlineData("Ansar Allah", "Ansar al-Islam")]
    [InlineData("Arakan Army", "Arakan Rohingya Army")]
    [InlineData("Democratic Republic of the Congo", "Republic of the Congo")]
    public void TwoNamesThatAreNearlyOne(string one, string other) => Assert.False(Entities.Same(one, other), $"{Entities.Key(one)} / {Entities.Key(other)}");
}
